// SPDX-License-Identifier: MIT
#include "ui/shell/appearance.h"

#include "core/services/session/desk.h"
#include "ui/shell/actions.h"
#include "ui/shell/language.h"

#include <QApplication>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *systemPaletteProperty = "reeveSystemPalette";
constexpr qreal scaleStep = 0.125;

// The palette the application started with, before any of ours.
QPalette systemPalette()
{
    if (!qApp->property(systemPaletteProperty).isValid())
        qApp->setProperty(systemPaletteProperty, QApplication::palette());
    return qApp->property(systemPaletteProperty).value<QPalette>();
}

ThemeChoice themeFromCode(const QString &code)
{
    if (code == u"light"_s)
        return ThemeChoice::Light;
    return code == u"dark"_s ? ThemeChoice::Dark : ThemeChoice::System;
}

QString toCode(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return u"system"_s;
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    }
    return {};
}

} // namespace

Appearance::Appearance(services::Desk &desk, Language &language, QObject *parent)
    : QObject(parent),
      m_desk(desk),
      m_language(language),
      m_theme(themeFromCode(desk.setting(u"theme"_s))),
      m_density(desk.setting(u"density"_s) == u"compact"_s ? Density::Compact : Density::Comfortable)
{
    const qreal scale = desk.setting(u"scale"_s).toDouble();
    m_scale = scale >= 1.0 ? std::min(scale, 2.0) : 1.0;
    m_language.use(Language::fromCode(desk.setting(u"language"_s), m_language.tongue()));
    applyAll();
}

void Appearance::connectTo(const Actions &actions)
{
    const auto on = [this, &actions](Command command, auto &&then) {
        connect(actions[command], &QAction::triggered, this, then);
    };
    on(Command::English, [this] { m_language.use(Tongue::English); });
    on(Command::Welsh, [this] { m_language.use(Tongue::Welsh); });
    on(Command::ThemeSystem, [this] { setTheme(ThemeChoice::System); });
    on(Command::ThemeLight, [this] { setTheme(ThemeChoice::Light); });
    on(Command::ThemeDark, [this] { setTheme(ThemeChoice::Dark); });
    on(Command::Comfortable, [this] { setDensity(Density::Comfortable); });
    on(Command::Compact, [this] { setDensity(Density::Compact); });
    on(Command::TextLarger, [this] { setScale(m_scale + scaleStep); });
    on(Command::TextSmaller, [this] { setScale(m_scale - scaleStep); });
    on(Command::TextNormal, [this] { setScale(1.0); });
    connect(&m_language, &Language::changed, this,
            [this] { m_desk.setSetting(u"language"_s, Language::toCode(m_language.tongue())); });

    const auto themeCommand = m_theme == ThemeChoice::System  ? Command::ThemeSystem
                              : m_theme == ThemeChoice::Light ? Command::ThemeLight
                                                              : Command::ThemeDark;
    actions[themeCommand]->setChecked(true);
    actions[m_density == Density::Compact ? Command::Compact : Command::Comfortable]->setChecked(true);
    actions[m_language.tongue() == Tongue::Welsh ? Command::Welsh : Command::English]->setChecked(true);
}

void Appearance::setTheme(ThemeChoice choice)
{
    m_theme = choice;
    m_desk.setSetting(u"theme"_s, toCode(choice));
    applyAll();
}

void Appearance::setDensity(Density density)
{
    m_density = density;
    m_desk.setSetting(u"density"_s, density == Density::Compact ? u"compact"_s : u"comfortable"_s);
    applyAll();
}

void Appearance::setScale(qreal scale)
{
    m_scale = std::clamp(scale, 1.0, 2.0);
    m_desk.setSetting(u"scale"_s, QString::number(m_scale));
    applyAll();
}

void Appearance::applyAll()
{
    ui::apply(*qApp, themeFor(m_theme, systemPalette()), m_density, m_scale);
}

void Appearance::applySystem()
{
    ui::apply(*qApp, themeFor(ThemeChoice::System, systemPalette()), Density::Comfortable);
}

} // namespace reeve::ui
