// SPDX-License-Identifier: MIT
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include "tests/support/result_printing.h"
#include "tests/support/source_dir.h"

#include <QFile>
#include <QImage>
#include <QPalette>
#include <QTextStream>

#include <cmath>

using namespace reeve;
using namespace Qt::Literals::StringLiterals;

namespace {

// WCAG 2.2, relative luminance and contrast ratio.
double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QPalette blackOnWhite()
{
    QPalette palette(Qt::white);
    palette.setColor(QPalette::Window, Qt::black);
    palette.setColor(QPalette::WindowText, Qt::white);
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Text, Qt::white);
    return palette;
}

} // namespace

TEST_CASE("every colour that is read has 4.5:1 against what it is written on", "[theme]")
{
    const auto theme = GENERATE(as<ui::Theme>{}, ui::Theme::light(), ui::Theme::dark());
    for (const auto role : {ui::Role::Ink, ui::Role::Secondary, ui::Role::Accent, ui::Role::OnAccent,
                            ui::Role::Attention, ui::Role::Danger, ui::Role::Done, ui::Role::Restricted}) {
        const ui::Tone tone = theme.tone(role);
        INFO("role " << static_cast<int>(role) << (theme.isDark ? " dark" : " light"));
        CHECK(contrast(tone.ink, tone.ground) >= 4.5);
    }
    // A banner, a selected row, a row under the mouse: whatever is written, it may stand on any of them.
    for (const auto role : {ui::Role::Ink, ui::Role::Secondary, ui::Role::Accent, ui::Role::Attention, ui::Role::Danger,
                            ui::Role::Done, ui::Role::Restricted}) {
        for (const QColor &ground :
             {theme.ink.ground, theme.canvas, theme.hover, theme.selection, theme.attention.ground, theme.danger.ground,
              theme.done.ground, theme.restricted.ground}) {
            INFO("role " << static_cast<int>(role) << " on " << ground.name().toStdString());
            CHECK(contrast(theme.tone(role).ink, ground) >= 4.5);
        }
    }
    CHECK(contrast(theme.ink.ink, theme.selection) >= 7);
    CHECK(contrast(theme.ink.ink, theme.hover) >= 7);
}

TEST_CASE("borders of fields and the focus ring have 3:1 against what is beside them", "[theme]")
{
    const auto theme = GENERATE(as<ui::Theme>{}, ui::Theme::light(), ui::Theme::dark());
    CHECK(contrast(theme.fieldBorder, theme.ink.ground) >= 3);
    CHECK(contrast(theme.fieldBorder, theme.canvas) >= 3);
    CHECK(contrast(theme.accent.ink, theme.ink.ground) >= 3);
    CHECK(contrast(theme.accent.ink, theme.canvas) >= 3);
}

TEST_CASE("a high-contrast scheme of the system wins over what was chosen", "[theme]")
{
    const QPalette system = blackOnWhite();
    REQUIRE(ui::Theme::isHighContrast(system));
    const ui::Theme theme = ui::themeFor(ui::ThemeChoice::Light, system);
    CHECK(theme.ink.ground == QColor(Qt::black));
    CHECK(theme.ink.ink == QColor(Qt::white));
    CHECK_FALSE(ui::Theme::isHighContrast(QPalette(QColor(240, 240, 240))));
}

TEST_CASE("each icon of the list is compiled in and drawn in the colour of its role", "[theme]")
{
    QFile list(test::sourcePath(u"resources/icons/names.txt"_s));
    REQUIRE(list.open(QIODevice::ReadOnly));
    QTextStream lines(&list);
    while (!lines.atEnd()) {
        const QString name = lines.readLine();
        INFO(name.toStdString());
        const QImage image = ui::iconPixmap(name, ui::Role::Danger, 32, 2).toImage();
        REQUIRE(image.width() == 64);
        bool isDrawn = false;
        for (int y = 0; y < image.height() && !isDrawn; ++y) {
            for (int x = 0; x < image.width() && !isDrawn; ++x)
                isDrawn = image.pixelColor(x, y) == ui::Theme::applied().danger.ink;
        }
        CHECK(isDrawn);
    }
}
