// SPDX-License-Identifier: MIT
#include "ui/theme/theme.h"

#include <QPalette>

namespace reeve::ui {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

} // namespace

Theme Theme::light()
{
    Theme theme;
    theme.ink = {rgb(0x13202A), rgb(0xFFFFFF)};
    theme.secondary = {rgb(0x51616E), rgb(0xF3F5F7)};
    theme.accent = {rgb(0x0A6A6A), rgb(0xFFFFFF)};
    theme.onAccent = {rgb(0xFFFFFF), rgb(0x0A6A6A)};
    theme.attention = {rgb(0x7A4B00), rgb(0xFFF3D9)};
    theme.danger = {rgb(0xA3211A), rgb(0xFDECEA)};
    theme.done = {rgb(0x1B6338), rgb(0xE6F4EA)};
    theme.restricted = {rgb(0x563786), rgb(0xF0EAFA)};
    theme.canvas = rgb(0xF3F5F7);
    theme.hairline = rgb(0xD5DCE2);
    theme.fieldBorder = rgb(0x7F8D98);
    theme.hover = rgb(0xE7ECF0);
    theme.selection = rgb(0xDDEEED);
    return theme;
}

Theme Theme::dark()
{
    Theme theme;
    theme.ink = {rgb(0xE9EFF3), rgb(0x182027)};
    theme.secondary = {rgb(0xA9B7C1), rgb(0x12181D)};
    theme.accent = {rgb(0x63C7C3), rgb(0x182027)};
    theme.onAccent = {rgb(0x0C1B1B), rgb(0x63C7C3)};
    theme.attention = {rgb(0xF2C879), rgb(0x33270F)};
    theme.danger = {rgb(0xF4A8A1), rgb(0x3A1715)};
    theme.done = {rgb(0x8FD3A6), rgb(0x14301F)};
    theme.restricted = {rgb(0xCDB8F2), rgb(0x2A1F3D)};
    theme.canvas = rgb(0x12181D);
    theme.hairline = rgb(0x2E3A44);
    theme.fieldBorder = rgb(0x7A8894);
    theme.hover = rgb(0x24303A);
    theme.selection = rgb(0x1B3A3C);
    theme.isDark = true;
    return theme;
}

Theme Theme::highContrast(const QPalette &system)
{
    const QColor ground = system.color(QPalette::Base);
    const QColor text = system.color(QPalette::Text);
    const Tone plain{text, ground};

    Theme theme;
    theme.ink = theme.secondary = theme.attention = theme.danger = theme.done = theme.restricted = plain;
    theme.accent = {system.color(QPalette::Link), ground};
    if (theme.accent.ink.lightness() == ground.lightness())
        theme.accent.ink = text;
    theme.onAccent = {system.color(QPalette::HighlightedText), system.color(QPalette::Highlight)};
    theme.canvas = system.color(QPalette::Window);
    theme.hairline = theme.fieldBorder = text;
    theme.hover = theme.selection = ground;
    theme.isDark = ground.lightness() < 128;
    return theme;
}

// Qt 6.4 tells of no high-contrast setting. Such schemes are the only ones that write pure black on pure white, or
// the reverse, on windows and in fields alike.
bool Theme::isHighContrast(const QPalette &system)
{
    const auto isPure = [](const QColor &a, const QColor &b) {
        return (a.rgb() == QColor(Qt::black).rgb() && b.rgb() == QColor(Qt::white).rgb()) ||
               (a.rgb() == QColor(Qt::white).rgb() && b.rgb() == QColor(Qt::black).rgb());
    };
    return isPure(system.color(QPalette::WindowText), system.color(QPalette::Window)) &&
           isPure(system.color(QPalette::Text), system.color(QPalette::Base));
}

Tone Theme::tone(Role role) const
{
    switch (role) {
    case Role::Ink:
        return ink;
    case Role::Secondary:
        return secondary;
    case Role::Accent:
        return accent;
    case Role::OnAccent:
        return onAccent;
    case Role::Attention:
        return attention;
    case Role::Danger:
        return danger;
    case Role::Done:
        return done;
    case Role::Restricted:
        return restricted;
    }
    return ink;
}

Theme themeFor(ThemeChoice choice, const QPalette &system)
{
    if (Theme::isHighContrast(system))
        return Theme::highContrast(system);
    const bool systemIsDark =
        system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    return dark ? Theme::dark() : Theme::light();
}

} // namespace reeve::ui
