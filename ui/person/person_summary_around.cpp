// SPDX-License-Identifier: MIT
// The rest of the panel: a death and what follows from it, who may act, who lives there, what else is on record.
#include "ui/person/person_summary.h"

#include "ui/parts/link_button.h"
#include "ui/person/person_words.h"
#include "ui/person/summary_label.h"
#include "ui/person/told_words.h"
#include "ui/theme/theme.h"
#include "ui/words/dates.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QMouseEvent>
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
    const bool hasEstate =
        std::any_of(person.relationships.cbegin(), person.relationships.cend(),
                    [&](const domain::Relationship &one) { return one.handlesEstate && !model.view().hasDied(one); });
    lines << (hasEstate ? tr("Speak to whoever deals with the estate:")
                        : tr("Nobody is known who deals with the estate."));
    banner(u"bannerAttention"_s, u"exclamation-triangle", Role::Attention, lines.join(u' '));
}

// Before anything else: somebody other than the person may be speaking.
void PersonSummary::addActing(const PersonViewModel &model, const std::vector<PersonAround> &acting)
{
    const domain::Person &person = model.view().person;
    const QDate today = londonDate(model.now());
    for (const PersonAround &one : acting) {
        const ActingState state = domain::actingState(person, *one.told, model.view().hasDied(*one.told), today);
        const bool may = domain::mayAct(state);
        auto *row = new QFrame(this);
        row->setObjectName(u"actingFor"_s);
        row->setProperty("role", may ? u"bannerDone"_s : u"banner"_s);
        auto *column = new QVBoxLayout(row);
        column->setContentsMargins(3, 3, 3, 3);
        column->setSpacing(0);
        const QString words = actingWords(state, *one.told);
        const bool isNamed = state != ActingState::Estate && one.told->authority != domain::Authority::None;
        const QString what = !isNamed ? words : authorityWords(one.told->authority) + u": "_s + words;
        put(row);
        QVBoxLayout *around = std::exchange(m_into, column);
        told(model, u"relationship/"_s + one.told->key,
             {.icon = may ? u"check-lg"_s : u"x-lg"_s,
              .text = one.name,
              .grey = one.words(),
              .provenance = {},
              .isStrong = true,
              .second = what,
              .iconRole = may ? Role::Done : Role::Danger});
        m_into = around;
        if (one.id)
            link(one.name, {}, *one.id);
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
        layout->setContentsMargins(6, 0, 6, 0);
        layout->setSpacing(4);
        layout->addWidget(box);
        layout->addWidget(new BoxWords(name, box, row), 1);
        m_into->addWidget(row);
        m_boxes.push_back(box);
    }
}

void PersonSummary::addAround(const PersonViewModel &model, const PeopleAround &around)
{
    const domain::Address *at = model.occupantsAt();
    if (at && !around.household.empty()) {
        const int count = static_cast<int>(around.household.size());
        heading(at == model.view().person.homeAddress() ? tr("At the same address (%n)", nullptr, count)
                                                        : tr("At %1 (%n)", nullptr, count).arg(at->text));
        addPeople(model, around.household);
    }
    if (!around.related.empty())
        heading(tr("Related: may not act for them"));
    addPeople(model, around.related);
    if (!around.namedBy.empty())
        heading(tr("Related, as the others' records say"));
    addPeople(model, around.namedBy);
}

void PersonSummary::addPeople(const PersonViewModel &model, const std::vector<PersonAround> &people)
{
    for (const PersonAround &one : people) {
        if (one.id)
            link(one.name, one.words(), *one.id);
        else
            told(model, u"relationship/"_s + one.told->key, u"person"_s, one.name, {one.words()});
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
        auto *who = new LinkButton(tr("Who else is or was there?"), this);
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
    if (!person.roles.empty()) {
        begin();
        line(u"tag", personRolesWords(person.roles), tr("to the council"));
    }
    if (person.maritalStatus != domain::MaritalStatus::NotAsked) {
        begin();
        told(model, u"marital_status"_s, u"people"_s, maritalStatusWords(person.maritalStatus));
    }
    if (!person.nhsNumber.isEmpty()) {
        begin();
        told(model, u"nhs_number"_s, u"heart-pulse"_s, nhsNumberWords(person.nhsNumber), {tr("NHS number")});
    }
    if (!person.niNumber.isEmpty()) {
        begin();
        told(model, u"ni_number"_s, u"card-text"_s, niNumberWords(person.niNumber), {tr("National Insurance number")});
    }
    if (!person.externalId.isEmpty()) {
        begin();
        line(u"bookmark", person.externalId, tr("the council's own reference"));
    }
    for (const domain::ExternalReference &reference : person.externalReferences) {
        begin();
        line(u"bookmark", reference.reference, referenceSystemWords(reference.system));
    }
}

} // namespace reeve::ui
