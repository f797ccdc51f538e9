// SPDX-License-Identifier: MIT
// The rest of the panel: a death and what follows from it, who may act, who lives there, what else is on record.
#include "ui/person/person_summary.h"

#include "ui/person/person_words.h"
#include "ui/person/summary_label.h"
#include "ui/person/told_words.h"
#include "ui/theme/theme.h"
#include "ui/words/dates.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QMouseEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::ActingState;

namespace {

// The words of a box: a box's own do not wrap.
class BoxWords final : public QLabel
{
public:
    BoxWords(const QString &words, QCheckBox *box, QWidget *parent) : QLabel(words, parent), m_box(box)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setBuddy(box);
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton)
            m_box->click();
    }

private:
    QCheckBox *m_box;
};

QString nameOf(const PersonViewModel &person, const domain::Relationship &relationship)
{
    const QString name = relationship.other ? person.nameOf(*relationship.other) : QString();
    return name.isEmpty() ? relationship.nameAsTold : name;
}

// How they are related, what was seen of an authority, and how to reach them.
QString aboutWords(const domain::Relationship &relationship)
{
    QString seen = relationship.evidence;
    if (relationship.evidenceSeen) {
        const QString day = dateWords(*relationship.evidenceSeen);
        seen = seen.isEmpty() ? PersonSummary::tr("evidence seen %1").arg(day)
                              : PersonSummary::tr("%1, seen %2").arg(seen, day);
    }
    return joinedParts({relationshipWords(relationship.kind), seen, relationship.reach});
}

} // namespace

void PersonSummary::addDeath(const PersonViewModel &model)
{
    const domain::Person &person = model.view().person;
    if (!person.dateOfDeath)
        return;
    const domain::ValueStanding standing = model.standingOf(u"date_of_death"_s);
    const QString verified = standing.confirmed ? tr("verified") : tr("not verified");
    QStringList lines{tr("Has died: %1 (%2).").arg(dateWords(*person.dateOfDeath), verified)};
    if (standing.told) {
        const QString source = sourceWords(standing.told->source);
        if (!source.isEmpty())
            lines << tr("Told by %1.").arg(source);
    }
    lines << tr("No calls, messages or letters go to them.");
    const bool hasEstate = std::any_of(person.relationships.cbegin(), person.relationships.cend(),
                                       [](const domain::Relationship &one) { return one.handlesEstate; });
    lines << (hasEstate ? tr("Speak to whoever deals with the estate:")
                        : tr("Nobody is known who deals with the estate."));
    banner(u"bannerAttention"_s, u"exclamation-triangle", Role::Attention, lines.join(u' '));
}

// Before anything else: somebody other than the person may be speaking.
void PersonSummary::addActing(const PersonViewModel &model)
{
    const domain::Person &person = model.view().person;
    const QDate today = londonDate(model.now());
    for (const domain::Relationship &one : person.relationships) {
        const ActingState state = domain::actingState(person, one, today);
        if (state == ActingState::None)
            continue;
        QString name = nameOf(model, one);
        if (name.isEmpty())
            name = tr("(name not known here)");
        auto *row = new QFrame(this);
        row->setObjectName(u"actingFor"_s);
        row->setProperty("role", domain::mayAct(state) ? u"bannerDone"_s : u"banner"_s);
        auto *column = new QVBoxLayout(row);
        column->setContentsMargins(4, 3, 8, 3);
        column->setSpacing(0);
        const QString acting = actingWords(state, one);
        const QString what = state == ActingState::Estate ? acting : authorityWords(one.authority) + u": "_s + acting;
        m_into->addWidget(row);
        QVBoxLayout *around = std::exchange(m_into, column);
        told(model, u"relationship/"_s + one.key,
             {.icon = {},
              .text = (domain::mayAct(state) ? u"✓ "_s : u"✕ "_s) + name,
              .grey = aboutWords(one),
              .provenance = {},
              .isStrong = true,
              .second = what});
        m_into = around;
        if (one.other)
            link(name, {}, *one.other);
    }
}

void PersonSummary::addToBeTold(const PersonViewModel &model)
{
    const auto items = model.toBeTold();
    if (items.empty())
        return;
    const auto open = std::count_if(items.cbegin(), items.cend(), [](const auto &item) { return !item.told; });
    heading(open > 0 ? tr("Must be told of the death (%n)", nullptr, static_cast<int>(open))
                     : tr("All who must know of the death were told"));
    for (const auto &item : items) {
        const QString name = QLocale().language() == QLocale::Welsh ? item.body.labelCy : item.body.labelEn;
        if (item.told) {
            const QString day = item.told->at ? dateWords(londonDate(*item.told->at)) : QString();
            line(u"check2", name, tr("told %1").arg(day));
            continue;
        }
        auto *row = new QWidget(this);
        auto *box = new QCheckBox(row);
        box->setObjectName(u"passOn:"_s + item.body.code);
        box->setAccessibleName(name);
        connect(box, &QCheckBox::clicked, this, [this, code = item.body.code] { emit passedOn(code); });
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addWidget(box);
        layout->addWidget(new BoxWords(name, box, row), 1);
        m_into->addWidget(row);
        m_boxes.push_back(box);
    }
}

void PersonSummary::addOccupants(const PersonViewModel &model)
{
    const auto &occupants = model.occupants();
    const domain::Address *at = model.occupantsAt();
    if (!at || occupants.empty())
        return;
    const int count = static_cast<int>(occupants.size());
    heading(at == model.view().person.homeAddress() ? tr("At the same address (%n)", nullptr, count)
                                                    : tr("At %1 (%n)", nullptr, count).arg(at->text));
    for (const services::Occupant &one : occupants) {
        const auto born = domain::PartialDate::parseIso(one.person.dateOfBirth);
        QStringList grey;
        if (one.person.isDeceased)
            grey << tr("has died");
        else if (born)
            grey << tr("%n year(s) old", nullptr, born->yearsUntil(londonDate(model.now())));
        if (!one.isPresent && !one.person.isDeceased)
            grey << tr("lived here before");
        grey << spanWords(one.address.from, one.address.to);
        link(one.person.name, joinedParts(grey), one.person.id);
    }
}

void PersonSummary::addRelated(const PersonViewModel &model)
{
    const domain::Person &person = model.view().person;
    bool isFirst = true;
    for (const domain::Relationship &one : person.relationships) {
        if (domain::actingState(person, one, londonDate(model.now())) != ActingState::None)
            continue; // stands at the top
        if (isFirst)
            heading(tr("Related: may not act for them"));
        isFirst = false;
        QString name = nameOf(model, one);
        if (name.isEmpty())
            name = tr("(name not known here)");
        const QString about = joinedParts({aboutWords(one), spanWords(one.from, one.until)});
        if (one.other)
            link(name, about, *one.other);
        else
            told(model, u"relationship/"_s + one.key, u"person"_s, name, {about});
    }
}

// The same from its other side: a mother's children, whom a carer cares for, for whom somebody may act.
void PersonSummary::addNamedBy(const PersonViewModel &model)
{
    const auto &named = model.view().namedBy;
    if (!named.empty())
        heading(tr("Related, as the others' records say"));
    for (const services::NamedBy &one : named) {
        const QString name = one.name.isEmpty() ? tr("(name not known here)") : one.name;
        const QString acting = actingWords(one.acting, one.relationship);
        QStringList parts{otherSideWords(one.relationship.kind)};
        if (one.acting == ActingState::Estate)
            parts << acting;
        else if (one.acting != ActingState::None)
            parts << authorityWords(one.relationship.authority) + u": "_s + acting;
        if (one.isDeceased)
            parts << tr("has died");
        if (one.acting == ActingState::None)
            parts << spanWords(one.relationship.from, one.relationship.until);
        link(name, joinedParts(parts), one.person);
    }
}

void PersonSummary::addRecord(const PersonViewModel &model)
{
    const domain::Person &person = model.view().person;
    bool isFirst = true;
    const auto begin = [this, &isFirst] {
        if (isFirst)
            heading(tr("On record"));
        isFirst = false;
    };
    for (const domain::Address &address : person.addresses) {
        if (&address == person.homeAddress())
            continue;
        begin();
        told(model, u"address/"_s + address.key, u"geo-alt"_s, joinedParts({address.text, address.postcode}),
             {addressUseWords(address.use), spanWords(address.from, address.to)});
        auto *who = new QPushButton(tr("Who else is or was there?"), this);
        who->setProperty("role", u"link"_s);
        who->setAccessibleName(tr("Who else is or was at %1?").arg(address.text));
        connect(who, &QPushButton::clicked, this, [this, key = address.key] { emit addressRequested(key); });
        m_into->addWidget(who, 0, Qt::AlignLeft);
    }
    for (const domain::PaymentReference &payment : person.paymentReferences) {
        begin();
        told(model, u"payment/"_s + payment.key, u"credit-card"_s, payment.reference,
             {paymentSchemeWords(payment.scheme), payment.outcome});
    }
    for (const domain::FormerName &former : person.formerNames) {
        begin();
        line(u"person-badge", former.name.full(), tr("former name"));
    }
    if (person.maritalStatus != domain::MaritalStatus::NotAsked) {
        begin();
        told(model, u"marital_status"_s, u"people"_s, maritalStatusWords(person.maritalStatus));
    }
    if (!person.externalId.isEmpty()) {
        begin();
        line(u"bookmark", person.externalId, tr("the council's own reference"));
    }
    for (const domain::ExternalReference &reference : person.externalReferences) {
        begin();
        line(u"bookmark", reference.reference, reference.system);
    }
}

} // namespace reeve::ui
