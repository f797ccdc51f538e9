// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/interaction.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace reeve::domain {

// One thing residents get in touch about.
struct Service
{
    ReasonCode code;   // "lgsl:524"
    QString shortCode; // what a handler types: "mb" for a missed bin
    QString labelEn;
    QString labelCy;
    QStringList keywords; // other words for it, in either language
};

// One way an interaction may end.
struct Disposition
{
    DispositionCode code;
    QString labelEn;
    QString labelCy;
    bool isOpen = false; // something is still to come: a call back, an answer from elsewhere
};

// What the council does and how interactions end, as data: resources/policy/service_catalogue.json.
class ServiceCatalogue final
{
public:
    [[nodiscard]] static Result<ServiceCatalogue> parse(const QByteArray &json);

    [[nodiscard]] const std::vector<Service> &services() const { return m_services; }
    [[nodiscard]] const std::vector<Disposition> &dispositions() const { return m_dispositions; }
    [[nodiscard]] const Service *find(const ReasonCode &code) const; // nullptr when it is not in use
    [[nodiscard]] const Disposition *disposition(const DispositionCode &code) const;
    [[nodiscard]] QStringList openDispositions() const; // codes of those that are open

    // Services for what was typed, best first: short code, then words that begin with it, in either language.
    [[nodiscard]] std::vector<Service> search(QStringView typed, int limit) const;

private:
    std::vector<Service> m_services;
    std::vector<Disposition> m_dispositions;
};

} // namespace reeve::domain
