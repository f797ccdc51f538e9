// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"
#include "core/services/session/desk.h"

#include <QFuture>

#include <memory>
#include <optional>
#include <vector>

namespace reeve::services {

class KnownStreetWords;

// An address as the council's gazetteer writes it.
struct AddressHit
{
    qint64 uprn = 0;
    QString text;            // one line, without postcode
    QString postcode;        // may be empty
    QString textOtherTongue; // in Wales, the same in the other language; else empty
    bool isHistorical = false;
    bool isProvisional = false;

    friend bool operator==(const AddressHit &, const AddressHit &) = default;
};

// Addresses, from the gazetteer on this desk. Without one, every answer is empty and free text is all there is.
// Callable from any thread; `desk` must outlive it.
class AddressService final
{
public:
    explicit AddressService(Desk &desk);

    // By UPRN, postcode or any part of the address, words in any order, the last one not finished, streets also
    // shortened ("rd"). Where that finds nothing, also by words of a street or place with a slip in them. One hit for
    // each property; approved addresses first, then by street and house number as people count them (2 before 10).
    // Fewer than two characters find nothing.
    [[nodiscard]] QFuture<Result<std::vector<AddressHit>>> find(const QString &typed, int limit) const;

    // None when the gazetteer does not know it.
    [[nodiscard]] QFuture<Result<std::optional<AddressHit>>> ofProperty(qint64 uprn) const;

    struct Loaded
    {
        qint64 addresses = 0;
        qint64 properties = 0;
        std::optional<Instant> processedAt; // none: no gazetteer
    };
    [[nodiscard]] QFuture<Result<Loaded>> loaded() const;

private:
    Desk &m_desk;
    std::shared_ptr<KnownStreetWords> m_words;
};

} // namespace reeve::services
