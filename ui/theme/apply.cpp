// SPDX-License-Identifier: MIT
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Dynamic properties of the application: what was applied. There is one look per process, as there is one palette.
constexpr const char *themeProperty = "reeveTheme";
constexpr const char *scaleProperty = "reeveScale";
constexpr const char *systemFontProperty = "reeveSystemFont";

qreal appliedScale()
{
    const QVariant scale = qApp ? qApp->property(scaleProperty) : QVariant();
    return scale.isValid() ? scale.toReal() : 1.0;
}

// The system's own size counts: somebody who set it larger gets everything larger.
qreal bodyPoints(const QApplication &application, qreal scale)
{
    const qreal system = application.property(systemFontProperty).value<QFont>().pointSizeF();
    return std::max(11.0, system) * scale;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.canvas);
    palette.setColor(QPalette::WindowText, theme.ink.ink);
    palette.setColor(QPalette::Base, theme.ink.ground);
    palette.setColor(QPalette::AlternateBase, theme.canvas);
    palette.setColor(QPalette::Text, theme.ink.ink);
    palette.setColor(QPalette::PlaceholderText, theme.secondary.ink);
    palette.setColor(QPalette::Button, theme.ink.ground);
    palette.setColor(QPalette::ButtonText, theme.ink.ink);
    palette.setColor(QPalette::BrightText, theme.danger.ink);
    palette.setColor(QPalette::Highlight, theme.onAccent.ground);
    palette.setColor(QPalette::HighlightedText, theme.onAccent.ink);
    palette.setColor(QPalette::Link, theme.accent.ink);
    palette.setColor(QPalette::LinkVisited, theme.accent.ink);
    palette.setColor(QPalette::ToolTipBase, theme.ink.ink);
    palette.setColor(QPalette::ToolTipText, theme.ink.ground);
    palette.setColor(QPalette::Light, theme.ink.ground);
    palette.setColor(QPalette::Midlight, theme.hover);
    palette.setColor(QPalette::Mid, theme.hairline);
    palette.setColor(QPalette::Dark, theme.fieldBorder);
    palette.setColor(QPalette::Shadow, theme.fieldBorder);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.fieldBorder);
    return palette;
}

QString points(qreal value)
{
    return QString::number(std::max(9.0, value), 'f', 1) + u"pt"_s;
}

QString pixels(qreal value)
{
    return QString::number(qRound(value)) + u"px"_s;
}

// The style sheet, with @token@ replaced.
QString styleSheetOf(const Theme &theme, Density density, qreal body, qreal scale)
{
    QFile file(u":/styles/reeve.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());

    const qreal unit = body / 11.0;
    const bool compact = density == Density::Compact;
    const std::pair<QString, QString> tokens[] = {
        {u"ink"_s, theme.ink.ink.name()},
        {u"surface"_s, theme.ink.ground.name()},
        {u"secondary"_s, theme.secondary.ink.name()},
        {u"accent"_s, theme.accent.ink.name()},
        {u"onAccent"_s, theme.onAccent.ink.name()},
        {u"accentGround"_s, theme.onAccent.ground.name()},
        {u"accentHover"_s,
         theme.isDark ? theme.onAccent.ground.lighter(112).name() : theme.onAccent.ground.darker(118).name()},
        {u"attention"_s, theme.attention.ink.name()},
        {u"attentionGround"_s, theme.attention.ground.name()},
        {u"danger"_s, theme.danger.ink.name()},
        {u"dangerGround"_s, theme.danger.ground.name()},
        {u"done"_s, theme.done.ink.name()},
        {u"doneGround"_s, theme.done.ground.name()},
        {u"restricted"_s, theme.restricted.ink.name()},
        {u"restrictedGround"_s, theme.restricted.ground.name()},
        {u"canvas"_s, theme.canvas.name()},
        {u"hairline"_s, theme.hairline.name()},
        {u"fieldBorder"_s, theme.fieldBorder.name()},
        {u"hover"_s, theme.hover.name()},
        {u"selection"_s, theme.selection.name()},
        {u"fontSecondary"_s, points(body * 10 / 11)},
        {u"fontBody"_s, points(body)},
        {u"fontNote"_s, points(body * 12 / 11)},
        {u"fontTitle"_s, points(body * 13 / 11)},
        {u"fontName"_s, points(body * 17 / 11)},
        {u"fontPage"_s, points(body * 22 / 11)},
        {u"p1"_s, pixels(1 * scale)},
        {u"p2"_s, pixels(2 * unit)},
        {u"p4"_s, pixels(4 * unit)},
        {u"p6"_s, pixels(6 * unit)},
        {u"p8"_s, pixels(8 * unit)},
        {u"p12"_s, pixels(12 * unit)},
        {u"p16"_s, pixels(16 * unit)},
        {u"icon"_s, pixels(16 * unit)},
        {u"iconWide"_s, pixels(22 * unit)},
        {u"row"_s, pixels((compact ? 24 : 32) * unit)},
        {u"control"_s, pixels((compact ? 20 : 26) * unit)}, // content height: 24 or 30 with the border
        {u"cell"_s, pixels((compact ? 2 : 6) * unit)},
    };
    for (const auto &[name, value] : tokens)
        sheet.replace(u'@' + name + u'@', value);
    return sheet;
}

} // namespace

Theme Theme::applied()
{
    const QVariant theme = qApp ? qApp->property(themeProperty) : QVariant();
    return theme.isValid() ? theme.value<Theme>() : Theme::light();
}

void apply(QApplication &application, const Theme &theme, Density density, qreal scale)
{
    if (!application.property(systemFontProperty).isValid()) {
        application.setProperty(systemFontProperty, QApplication::font());
        QApplication::setStyle(new Style); // the application owns it
    }
    scale = std::clamp(scale, 1.0, 2.0);
    application.setProperty(themeProperty, QVariant::fromValue(theme));
    const qreal body = bodyPoints(application, scale);
    application.setProperty(scaleProperty, body / 11.0);

    QFont font = application.property(systemFontProperty).value<QFont>();
    if (QFontDatabase::hasFamily(u"Inter"_s))
        font.setFamilies({u"Inter"_s, font.family()});
    font.setPointSizeF(body);
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
    QApplication::setPalette(paletteOf(theme));
    application.setStyleSheet(styleSheetOf(theme, density, body, scale));
}

int grid(qreal steps)
{
    return qRound(8 * steps * appliedScale());
}

void restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace reeve::ui
