@echo off
setlocal
set "HOME_DIR=%~dp0.."
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java") else (set "JAVA=java")
"%JAVA%" -XX:+UseG1GC -Xms64m -Xmx512m -Xmn24m -Xshare:auto "-Dstillpoint.home=%HOME_DIR%" %STILLPOINT_JAVA_OPTIONS% -jar "%HOME_DIR%\lib\stillpoint-0.1.0.jar" %*
