// SPDX-License-Identifier: MIT
#include "ui/interaction/interaction_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace reeve::ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(InteractionWords)
};

QString pick(const QString &english, const QString &welsh)
{
    return QLocale().language() == QLocale::Welsh && !welsh.isEmpty() ? welsh : english;
}

} // namespace

QString labelOf(const domain::Service &service)
{
    return pick(service.labelEn, service.labelCy);
}

QString labelOf(const domain::Disposition &disposition)
{
    return pick(disposition.labelEn, disposition.labelCy);
}

QString reasonWords(const domain::ServiceCatalogue &catalogue, const domain::ReasonCode &code)
{
    const domain::Service *service = catalogue.find(code);
    return service ? labelOf(*service) : code;
}

QString dispositionWords(const domain::ServiceCatalogue &catalogue, const domain::DispositionCode &code)
{
    const domain::Disposition *disposition = catalogue.disposition(code);
    return disposition ? labelOf(*disposition) : code;
}

QString atWorkWords(domain::Channel channel)
{
    switch (channel) {
    case domain::Channel::Phone:
        return Words::tr("On a call");
    case domain::Channel::Email:
        return Words::tr("On an e-mail");
    case domain::Channel::FaceToFace:
        return Words::tr("With somebody");
    case domain::Channel::Web:
        return Words::tr("On a web form");
    case domain::Channel::Letter:
        return Words::tr("On a letter");
    case domain::Channel::Telecare:
        return Words::tr("On an alarm");
    }
    return {};
}

} // namespace reeve::ui
