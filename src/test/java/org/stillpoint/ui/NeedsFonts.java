package org.stillpoint.ui;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that draws letters: skipped, with one line that says what to install, where the font libraries are missing. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsFonts.Condition.class)
public @interface NeedsFonts {

    /** Looks for the libraries. */
    final class Condition implements ExecutionCondition {

        private static final String ADVICE = "Window tests are skipped, font libraries are absent:"
                + " apt-get install libpangoft2-1.0-0 libfontconfig1 libfreetype6 fonts-dejavu-core";
        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean linux =
                    System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
            if (!linux || there("libpangoft2-1.0.so") && there("libfontconfig.so") && there("libfreetype.so")) {
                return ConditionEvaluationResult.enabled("fonts can be drawn");
            }
            if (SAID.compareAndSet(false, true)) {
                System.out.println(ADVICE);
            }
            return ConditionEvaluationResult.disabled(ADVICE);
        }

        private static boolean there(String library) {
            for (String root : List.of("/usr/lib", "/lib", "/usr/lib64", "/lib64")) {
                for (Path folder : folders(Path.of(root))) {
                    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, library + "*")) {
                        if (found.iterator().hasNext()) {
                            return true;
                        }
                    } catch (IOException unreadable) {
                        // Then it is not there for us.
                    }
                }
            }
            return false;
        }

        private static List<Path> folders(Path root) {
            java.util.ArrayList<Path> folders = new java.util.ArrayList<>();
            if (Files.isDirectory(root)) {
                folders.add(root);
                try (DirectoryStream<Path> inside = Files.newDirectoryStream(root, "*-linux-*")) {
                    inside.forEach(folders::add);
                } catch (IOException unreadable) {
                    // The root alone, then.
                }
            }
            return folders;
        }
    }
}
