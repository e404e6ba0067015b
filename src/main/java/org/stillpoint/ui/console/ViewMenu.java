package org.stillpoint.ui.console;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.ViewSettings;
import org.stillpoint.ui.sound.OwnSounds;
import org.stillpoint.ui.sound.Sounds;

/** How it looks and sounds, in one quiet menu; filled anew each time it opens, so that it always says how things are. */
final class ViewMenu extends MenuButton {

    private static final List<String> VOLUME_WORDS = List.of("Soft", "Middle", "Full");

    private final ObjectProperty<ViewSettings> view;
    private final SessionActions session;

    /** @param session what the running session does; null while none runs */
    ViewMenu(ObjectProperty<ViewSettings> view, SessionActions session) {
        super("View");
        this.view = view;
        this.session = session;
        setId("view");
        setAccessibleText("View: looks, figures for the patient, sounds");
        getStyleClass().add("quiet-button");
        setMinWidth(USE_PREF_SIZE);
        fill();
        setOnShowing(event -> fill());
    }

    private void fill() {
        ViewSettings now = view.get();
        CheckMenuItem numbers = check("view-numbers", "Figures for the patient", now.numbers());
        numbers.setOnAction(event -> view.set(view.get().withNumbers(!now.numbers())));
        CheckMenuItem still = check("view-still-motion", "Less motion for the patient", now.stillMotion());
        still.setOnAction(event -> view.set(view.get().withStillMotion(!now.stillMotion())));
        CheckMenuItem sound = check("view-sound", "Sounds  (S)", now.sound());
        sound.setOnAction(event -> view.set(view.get().withSound(!now.sound())));
        Menu volume = new Menu("Volume");
        ToggleGroup volumes = new ToggleGroup();
        for (int i = 0; i < ViewSettings.VOLUMES.length; i++) {
            double share = ViewSettings.VOLUMES[i];
            RadioMenuItem item = radio("view-volume-" + i, VOLUME_WORDS.get(i), share == now.volume(), volumes);
            item.setOnAction(event -> view.set(view.get().withVolume(share)));
            volume.getItems().add(item);
        }
        Menu console = new Menu("Look of this window");
        ToggleGroup looks = new ToggleGroup();
        Menu patient = new Menu("Look for the patient");
        ToggleGroup patientLooks = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem own = radio("view-console-" + theme.id(), theme.title(), theme == now.console(), looks);
            own.setOnAction(event -> view.set(view.get().withConsole(theme)));
            console.getItems().add(own);
            RadioMenuItem theirs =
                    radio("view-patient-" + theme.id(), theme.title(), theme == now.patient(), patientLooks);
            theirs.setOnAction(event -> view.set(view.get().withPatient(theme)));
            patient.getItems().add(theirs);
        }
        getItems().setAll(numbers, still, patient, separator(), sound, volume);
        if (session != null) {
            getItems().addAll(choice(), fade(), state());
        }
        getItems().addAll(separator(), console);
    }

    private Menu choice() {
        Menu choice = new Menu("Which sound");
        choice.setId("view-sounds");
        ToggleGroup sounds = new ToggleGroup();
        String sounding = session.sounding();
        MenuItem usual = new MenuItem("As the protocol says");
        usual.setId("view-sound-usual");
        usual.setOnAction(event -> session.sound(""));
        choice.getItems().addAll(usual, separator());
        for (Sounds.Sound sound : Sounds.all()) {
            choice.getItems().add(sound(sound.id(), sound.title(), sounding, sounds));
        }
        List<String> own = session.ownSounds();
        if (!own.isEmpty()) {
            choice.getItems().add(separator());
        }
        for (String id : own) {
            choice.getItems().add(sound(id, OwnSounds.title(id), sounding, sounds));
        }
        return choice;
    }

    private MenuItem sound(String id, String title, String sounding, ToggleGroup sounds) {
        RadioMenuItem item = radio("view-sound-" + id, title, id.equals(sounding), sounds);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> session.sound(id));
        return item;
    }

    private MenuItem state() {
        MenuItem state = new MenuItem(session.soundState());
        state.setId("view-sound-state");
        state.setMnemonicParsing(false);
        state.setDisable(true);
        state.setVisible(!state.getText().isEmpty());
        return state;
    }

    private MenuItem fade() {
        CheckMenuItem fade = check("view-fade", "Fade out over a minute", session.faded());
        fade.setOnAction(event -> session.fade(!session.faded()));
        return fade;
    }

    private static MenuItem separator() {
        return new SeparatorMenuItem();
    }

    private static CheckMenuItem check(String id, String words, boolean on) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setId(id);
        item.setSelected(on);
        return item;
    }

    private static RadioMenuItem radio(String id, String words, boolean on, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setId(id);
        item.setToggleGroup(group);
        item.setSelected(on);
        return item;
    }
}
