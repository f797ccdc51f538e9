// SPDX-License-Identifier: MIT
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLocale>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

Language::Language(QObject *parent) : QObject(parent)
{
    [[maybe_unused]] const bool hasEnglish = m_english.load(u":/i18n/reeve_en.qm"_s);
    [[maybe_unused]] const bool hasWelsh = m_welsh.load(u":/i18n/reeve_cy.qm"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::installTranslator(&m_english);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_english);
    QCoreApplication::removeTranslator(&m_welsh);
}

void Language::use(Tongue tongue)
{
    if (tongue == m_tongue)
        return;
    m_tongue = tongue;
    QLocale::setDefault(QLocale(tongue == Tongue::Welsh ? QLocale::Welsh : QLocale::English, QLocale::UnitedKingdom));
    // English stays below: whatever the Welsh lacks would still have its English plural.
    if (tongue == Tongue::Welsh)
        QCoreApplication::installTranslator(&m_welsh);
    else
        QCoreApplication::removeTranslator(&m_welsh);
    emit changed();
}

Tongue Language::ofSystem()
{
    return QLocale::system().language() == QLocale::Welsh ? Tongue::Welsh : Tongue::English;
}

QString Language::toCode(Tongue tongue)
{
    return tongue == Tongue::Welsh ? u"cy"_s : u"en"_s;
}

Tongue Language::fromCode(const QString &code, Tongue otherwise)
{
    if (code == u"cy"_s)
        return Tongue::Welsh;
    return code == u"en"_s ? Tongue::English : otherwise;
}

QString Language::inWelsh(const char *context, const char *source) const
{
    return m_welsh.translate(context, source);
}

} // namespace reeve::ui
