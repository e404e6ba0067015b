package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViewSettingsTest {

    private final SyntheticStation station = new SyntheticStation(null);

    @Test
    void whatIsRememberedComesBack() throws Exception {
        ViewSettings chosen = new ViewSettings(Theme.CONTRAST, Theme.EVENING, true, true, false, 0.25);
        chosen.remember(station);
        assertThat(ViewSettings.remembered(station)).isEqualTo(chosen);
    }

    @Test
    void firstStartIsTheUsualView() {
        assertThat(ViewSettings.remembered(station)).isEqualTo(ViewSettings.usual(Theme.LIGHT, Theme.DARK));
    }

    @Test
    void settingThatCannotBeUnderstoodIsAsUsual() {
        station.settings.put("sound-volume", "loud");
        station.settings.put("patient-theme", "purple");
        assertThat(ViewSettings.remembered(station).volume()).isEqualTo(0.6);
    }
}
