// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QMetaType>
#include <QString>

class QApplication;
class QPalette;

namespace reeve::ui {

// What a coloured thing means. Text and icons take the ink of a role, badges and banners its ground too.
enum class Role { Ink, Secondary, Accent, OnAccent, Attention, Danger, Done, Restricted };

// A colour to write with, and what it is written on; at least 4.5:1 apart.
struct Tone
{
    QColor ink;
    QColor ground;

    friend bool operator==(const Tone &, const Tone &) = default;
};

enum class Density { Comfortable, Compact };
enum class ThemeChoice { System, Light, Dark };

// The colours of the window. Plain value.
//
// resources/styles/reeve.qss draws with them. What a widget is, it says in two dynamic properties, set before it is
// first shown (or followed by restyle()):
//   setProperty("role", …)     on a QLabel:      panelTitle, personName, pageTitle, secondary, strong, badge,
//                                                badgeRestricted, badgeAttention, badgeDone, badgeDanger, chip,
//                                                attention, danger, done (coloured words), key (a key cap), watermark,
//                                                struck (what is no longer so)
//                              on a button:      primary, quiet, link, chip, danger, segment (checkable), start (one of
//                                                several ways to begin, below each other)
//                              on a frame/panel: surface, canvas, card, banner, bannerAttention, bannerDanger,
//                                                bannerDone, bannerRestricted, hairline, strip, told (takes the focus)
//                              on a text field:  note (the note: larger type, more air), find
//   setProperty("invalid", true)  on a field that holds what was refused: danger border
class Theme final
{
public:
    Tone ink;       // on the surface of panels
    Tone secondary; // on the canvas; also good on the surface
    Tone accent;    // the next step, and focus; on the surface
    Tone onAccent;  // words on a primary button
    Tone attention;
    Tone danger;
    Tone done;
    Tone restricted;
    QColor canvas;      // behind the panels
    QColor hairline;    // between them
    QColor fieldBorder; // 3:1 against surface and canvas
    QColor hover;
    QColor selection; // behind a selected row; ink on it keeps 7:1
    bool isDark = false;

    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme dark();
    // Made of the system's own colours: used while a high-contrast scheme is on, whatever was chosen.
    [[nodiscard]] static Theme highContrast(const QPalette &system);
    [[nodiscard]] static bool isHighContrast(const QPalette &system);

    // The one that was applied last; light() before that.
    [[nodiscard]] static Theme applied();

    [[nodiscard]] Tone tone(Role role) const;

    friend bool operator==(const Theme &, const Theme &) = default;
};

// Dresses the whole application: palette, fonts and style sheet. `scale` is 1.0 to 2.0, on top of the system's own.
void apply(QApplication &application, const Theme &theme, Density density, qreal scale = 1.0);

// The theme for a choice on this system: its high-contrast scheme wins, and System follows light or dark.
// `system` is the palette the application started with.
[[nodiscard]] Theme themeFor(ThemeChoice choice, const QPalette &system);

// Row height, padding and the like in device-independent pixels, grown with the text: grid(1) is 8 px at 100 %.
[[nodiscard]] int grid(qreal steps);

// Redraws a widget whose role or state property was changed after it was shown.
void restyle(class QWidget *widget);

} // namespace reeve::ui

Q_DECLARE_METATYPE(reeve::ui::Theme)
