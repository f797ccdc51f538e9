// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "ui/parts/stable_list_model.h"

#include <QDate>

namespace reeve::ui {

// One row of the search results: a person, or (last, with a null id) the offer to take down a new one.
struct HitRow
{
    services::PersonHit hit;
    QString typed; // of the offer

    [[nodiscard]] domain::PersonId key() const { return hit.id; }
    [[nodiscard]] bool isOffer() const { return hit.id.isNull(); }
    friend bool operator==(const HitRow &a, const HitRow &b)
    {
        return a.hit.id == b.hit.id && a.typed == b.typed && a.hit.name == b.hit.name &&
               a.hit.knownAs == b.hit.knownAs && a.hit.dateOfBirth == b.hit.dateOfBirth &&
               a.hit.isDeceased == b.hit.isDeceased && a.hit.address == b.hit.address && a.hit.phone == b.hit.phone &&
               a.hit.why == b.hit.why;
    }
};

// Search results, for the find box and for the likely matches beside the editor.
class PersonHitModel final : public StableListModel<HitRow>
{
    Q_OBJECT

public:
    enum Role {
        FirstLineRole = Qt::UserRole + 1, // QString: the name and what the person is known as
        SecondLineRole,                   // QString: date of birth and age, address, phone
        WhyRole,                          // QString: what matched
        WarningRole,                      // QString: "Has died", or empty
        OfferRole,                        // bool
    };

    enum class Offer { None, NewPerson };

    explicit PersonHitModel(QObject *parent = nullptr) : StableListModel(parent) {}

    // `typed` is offered as a new person in the last row, if asked for.
    void setHits(const std::vector<services::PersonHit> &hits, const QString &typed, Offer offer);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    // People, without the offer.
    [[nodiscard]] int hitCount() const;

    // The words changed: every row says so.
    void retranslate();
};

} // namespace reeve::ui
