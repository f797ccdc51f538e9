// SPDX-License-Identifier: MIT
#include "ui/person/address_finder.h"

#include "ui/async/deliver.h"
#include "ui/parts/drop_list.h"

#include <QLineEdit>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostOffered = 8;
constexpr int leastTyped = 3; // before that every street of a town is offered

} // namespace

AddressFinder::AddressFinder(services::AddressService &service, QLineEdit *field)
    : QObject(field),
      m_service(service),
      m_field(field),
      m_drop(new DropList(field, &m_lines))
{
    m_drop->takeKeys();
    m_drop->setListName(tr("Addresses of the council's gazetteer"));
    connect(field, &QLineEdit::textEdited, this, &AddressFinder::look);
    connect(m_drop, &DropList::chosen, this, &AddressFinder::take);
}

void AddressFinder::look(const QString &typed)
{
    const quint64 request = ++m_request;
    if (typed.trimmed().size() < leastTyped) {
        m_drop->fold();
        return;
    }
    deliver(m_service.find(typed, mostOffered), this,
            [this, request](const Result<std::vector<services::AddressHit>> &hits) {
                if (request == m_request)
                    show(hits.value_or(std::vector<services::AddressHit>())); // free text is always possible
            });
}

void AddressFinder::show(const std::vector<services::AddressHit> &hits)
{
    m_hits = hits;
    QStringList lines;
    for (const services::AddressHit &hit : hits) {
        QString line = hit.postcode.isEmpty() ? hit.text : hit.text + u", "_s + hit.postcode;
        if (hit.isHistorical)
            line = tr("%1 (no longer in use)").arg(line);
        else if (hit.isProvisional)
            line = tr("%1 (not yet built)").arg(line);
        lines.append(line);
    }
    m_lines.setStringList(lines);
    if (lines.isEmpty() || !m_field->hasFocus())
        m_drop->fold();
    else
        m_drop->open();
}

void AddressFinder::take(int row)
{
    if (row < 0 || static_cast<size_t>(row) >= m_hits.size())
        return;
    ++m_request; // an answer still on its way would open the list again
    m_drop->fold();
    emit chosen(m_hits[static_cast<size_t>(row)]);
}

} // namespace reeve::ui
