// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/address/address_service.h"

#include <QObject>
#include <QStringListModel>

#include <vector>

class QLineEdit;

namespace reeve::ui {

class DropList;

// Offers addresses of the council's gazetteer under a field while one types in it. Down and Up choose, Enter takes,
// Escape goes on typing; without a gazetteer nothing is offered. A child of `field`; `service` must outlive it.
class AddressFinder final : public QObject
{
    Q_OBJECT

public:
    AddressFinder(services::AddressService &service, QLineEdit *field);

signals:
    void chosen(const reeve::services::AddressHit &hit);

private:
    void look(const QString &typed);
    void show(const std::vector<services::AddressHit> &hits);
    void take(int row);

    services::AddressService &m_service;
    QLineEdit *m_field;
    QStringListModel m_lines;
    DropList *m_drop;
    std::vector<services::AddressHit> m_hits;
    quint64 m_request = 0; // only the answer to the last one counts
};

} // namespace reeve::ui
