// SPDX-License-Identifier: MIT
#include "ui/person/person_summary.h"

#include "ui/person/person_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/words/dates.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            if (auto *words = qobject_cast<QLabel *>(widget))
                words->clear();
            for (QLabel *words : widget->findChildren<QLabel *>())
                words->clear(); // at once: the widget itself may be what was just clicked
            widget->deleteLater();
        }
        delete item;
    }
}

QLabel *label(const QString &words, const QString &role, QWidget *parent)
{
    auto *made = new QLabel(words, parent);
    made->setTextFormat(Qt::PlainText); // names are never read as markup
    made->setProperty("role", role);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

PersonSummary::PersonSummary(QWidget *middle, QWidget *parent)
    : QWidget(parent),
      m_top(new QVBoxLayout),
      m_bottom(new QVBoxLayout),
      m_into(m_top)
{
    setProperty("role", u"clear"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 4, 16, 16);
    column->setSpacing(10);
    m_top->setSpacing(6);
    m_bottom->setSpacing(6);
    column->addLayout(m_top);
    column->addWidget(middle);
    column->addLayout(m_bottom);
    column->addStretch(1);
}

void PersonSummary::clear()
{
    empty(m_top);
    empty(m_bottom);
}

void PersonSummary::show(const PersonViewModel &person)
{
    clear();
    const services::PersonView &view = person.view();
    m_into = m_top;
    addName(view);
    addStates(view);
    addRecords(view);
    addReach(view.person);
    addNeeds(view.person);
    m_into = m_bottom;
    addAround(person);
    addRecord(view.person);
}

void PersonSummary::addName(const services::PersonView &view)
{
    const domain::Person &person = view.person;
    const QString name = person.displayName().isEmpty() ? tr("(name not known)") : person.displayName();
    QLabel *title = label(name, u"personName"_s, this);
    title->setAccessibleName(tr("Person: %1").arg(name));
    m_into->addWidget(title);
    const QString knownAs = person.knownAs.isEmpty() ? QString() : tr("known as %1").arg(person.knownAs);
    const QString born = person.dateOfBirth ? dateWords(*person.dateOfBirth) : tr("date of birth not known");
    m_into->addWidget(label(joined({knownAs, lifeWords(person, QDate::currentDate()), born}), u"secondary"_s, this));
}

void PersonSummary::addStates(const services::PersonView &view)
{
    const auto banner = [this](const QString &role, QStringView iconName, Role ink, const QString &words) {
        auto *frame = new QFrame(this);
        frame->setProperty("role", role);
        auto *row = new QHBoxLayout(frame);
        row->setContentsMargins(10, 6, 10, 6);
        row->setSpacing(8);
        auto *mark = new QLabel(frame);
        mark->setPixmap(iconPixmap(iconName, ink, fontMetrics().height(), devicePixelRatioF()));
        row->addWidget(mark, 0, Qt::AlignTop);
        auto *text = new QLabel(words, frame);
        text->setWordWrap(true);
        row->addWidget(text, 1);
        m_into->addWidget(frame);
    };
    if (view.person.dateOfDeath) {
        banner(u"bannerAttention"_s, u"exclamation-triangle", Role::Attention,
               tr("Has died: %1. Nothing is sent to them; speak to whoever acts for them.")
                   .arg(dateWords(*view.person.dateOfDeath)));
    }
    if (view.openConflicts > 0) {
        banner(u"bannerAttention"_s, u"exclamation-circle", Role::Attention,
               tr("%n field(s) were changed by two people at once. Decide under Needs attention.", nullptr,
                  view.openConflicts));
    }
    if (view.hasWaitingEdits)
        line(u"cloud-arrow-up", {}, tr("Changes are saved here and wait to be sent."));
}

// That several records are shown as one person, and the way back.
void PersonSummary::addRecords(const services::PersonView &view)
{
    if (view.records.size() < 2)
        return;
    line(u"people", tr("%n records are shown as this person.", nullptr, static_cast<int>(view.records.size())), {});
    auto *separate = new QPushButton(tr("Separate…"), this);
    separate->setProperty("role", u"link"_s);
    separate->setAccessibleName(tr("Separate the merged records"));
    connect(separate, &QPushButton::clicked, this, &PersonSummary::separateRequested);
    m_into->addWidget(separate, 0, Qt::AlignLeft);
}

void PersonSummary::addReach(const domain::Person &person)
{
    if (const domain::Address *home = person.homeAddress()) {
        const QString confirmed =
            home->confirmedAt ? tr("confirmed %1").arg(dateWords(londonDate(*home->confirmedAt))) : QString();
        QStringList parts{home->text, home->postcode};
        parts.removeAll(QString());
        line(u"house", parts.join(u", "_s), confirmed);
    } else {
        line(u"house", tr("No address on record"), {});
    }
    for (const domain::ContactPoint &contact : person.contactPoints) {
        QStringList grey{contact.label};
        if (contact.preferred)
            grey.append(tr("preferred"));
        if (contact.confirmedAt)
            grey.append(tr("✓ confirmed %1").arg(dateWords(londonDate(*contact.confirmedAt))));
        if (!contact.safeToLeaveMessage)
            grey.append(tr("do not leave a message"));
        line(contact.kind == domain::ContactKind::Phone ? u"telephone" : u"envelope", contact.value, joined(grey));
    }
    if (!person.contactPreference.isEmpty())
        line(u"chat-dots", tr("Prefers: %1").arg(person.contactPreference), {});
    if (!person.preferredLanguage.isEmpty() && person.preferredLanguage != "en"_L1)
        line(u"translate", tr("Speaks: %1").arg(languageWords(person.preferredLanguage)), {});
}

void PersonSummary::addNeeds(const domain::Person &person)
{
    if (person.communicationNeeds.isEmpty())
        return;
    auto *needs = new QLabel(tr("▲ Needs: %1").arg(person.communicationNeeds), this);
    needs->setTextFormat(Qt::PlainText);
    needs->setProperty("role", u"badgeAttention"_s);
    needs->setAccessibleName(tr("Communication needs: %1").arg(person.communicationNeeds));
    needs->setWordWrap(true);
    needs->setMargin(4);
    m_into->addWidget(needs);
}

void PersonSummary::addAround(const PersonViewModel &person)
{
    if (!person.household().empty()) {
        heading(tr("At the same address (%n)", nullptr, static_cast<int>(person.household().size())));
        for (const services::PersonHit &hit : person.household()) {
            const auto born = domain::PartialDate::parseIso(hit.dateOfBirth);
            link(hit.name, born ? tr("%n year(s) old", nullptr, born->yearsUntil(QDate::currentDate())) : QString(),
                 hit.id);
        }
    }
    if (person.view().person.relationships.empty())
        return;
    heading(tr("Related, and who may act for them"));
    for (const domain::Relationship &relationship : person.view().person.relationships) {
        QString name = relationship.other ? person.nameOf(*relationship.other) : relationship.nameAsTold;
        if (name.isEmpty())
            name = relationship.nameAsTold.isEmpty() ? tr("(name not known here)") : relationship.nameAsTold;
        const QString kind = relationshipWords(relationship.kind);
        const QString authority = authorityWords(relationship.authority);
        const QString grey =
            joined({kind, authority.isEmpty() ? tr("may not act for them") : authority, relationship.evidence});
        if (relationship.other)
            link(name, grey, *relationship.other);
        else
            line(u"person", name, grey);
    }
}

void PersonSummary::addRecord(const domain::Person &person)
{
    bool isFirst = true;
    const auto part = [this, &isFirst](QStringView iconName, const QString &words, const QString &grey) {
        if (isFirst)
            heading(tr("On record"));
        isFirst = false;
        line(iconName, words, grey);
    };
    for (const domain::Address &address : person.addresses) {
        if (&address == person.homeAddress())
            continue;
        part(u"geo-alt", joined({address.text, address.postcode}), addressUseWords(address.use));
    }
    for (const domain::PaymentReference &payment : person.paymentReferences)
        part(u"credit-card", payment.reference, joined({paymentSchemeWords(payment.scheme), payment.outcome}));
    for (const domain::FormerName &former : person.formerNames)
        part(u"person-badge", former.name.full(), tr("former name"));
    if (person.maritalStatus != domain::MaritalStatus::NotAsked)
        part(u"people", maritalStatusWords(person.maritalStatus), {});
    if (!person.externalId.isEmpty())
        part(u"bookmark", person.externalId, tr("the council's own reference"));
    for (const domain::ExternalReference &reference : person.externalReferences)
        part(u"bookmark", reference.reference, reference.system);
}

void PersonSummary::heading(const QString &words)
{
    auto *rule = new QFrame(this);
    rule->setProperty("role", u"hairline"_s);
    rule->setFixedHeight(1);
    m_into->addWidget(rule);
    m_into->addWidget(label(words, u"strong"_s, this));
}

void PersonSummary::line(QStringView iconName, const QString &words, const QString &grey)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto *mark = new QLabel(row);
    mark->setPixmap(iconPixmap(iconName, Role::Secondary, fontMetrics().height() - 1, devicePixelRatioF()));
    layout->addWidget(mark, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    if (!words.isEmpty()) {
        QLabel *text = label(words, {}, row);
        text->setAccessibleName(joined({words, grey}));
        column->addWidget(text);
    }
    if (!grey.isEmpty())
        column->addWidget(label(grey, u"secondary"_s, row));
    layout->addLayout(column, 1);
    m_into->addWidget(row);
}

void PersonSummary::link(const QString &words, const QString &grey, const domain::PersonId &id)
{
    auto *row = new QWidget(this);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *button = new QPushButton(words, row);
    button->setProperty("role", u"link"_s);
    button->setAccessibleName(tr("Open %1").arg(words));
    connect(button, &QPushButton::clicked, this, [this, id] { emit personRequested(id); });
    layout->addWidget(button, 0, Qt::AlignLeft);
    if (!grey.isEmpty()) {
        QLabel *text = label(grey, u"secondary"_s, row);
        text->setContentsMargins(6, 0, 0, 0); // under the words of the button
        layout->addWidget(text);
    }
    m_into->addWidget(row);
}

} // namespace reeve::ui
