// SPDX-License-Identifier: MIT
#include "ui/person/related_name.h"

#include "core/services/person/person_hit.h"
#include "ui/async/deliver.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/link_button.h"
#include "ui/person/hit_words.h"
#include "ui/person/person_finder.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

RelatedName::RelatedName(const domain::Relationship &relationship, QWidget *parent)
    : QWidget(parent),
      m_other(relationship.other),
      m_nameAsTold(relationship.nameAsTold),
      m_name(new QLineEdit(this)),
      m_field(new LabelledField(m_name, this)),
      m_unlink(new LinkButton({}, this))
{
    m_name->setText(m_nameAsTold);
    m_name->setObjectName(u"relatedName"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_field);
    column->addWidget(m_unlink, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_name, &QLineEdit::textChanged, this, &RelatedName::edited);
    connect(m_unlink, &QPushButton::clicked, this, &RelatedName::unlink);
    showLink();
}

void RelatedName::offer(services::PersonService &people, const domain::PersonId &self)
{
    m_people = &people;
    m_finder = new PersonFinder(people, m_name);
    if (!self.isNull())
        m_finder->setBeside(self);
    connect(m_finder, &PersonFinder::chosen, this, &RelatedName::link);
    lookUp();
}

QString RelatedName::nameAsTold() const
{
    return m_other ? m_nameAsTold : m_name->text();
}

void RelatedName::link(const services::PersonHit &hit)
{
    m_other = hit.id;
    m_nameAsTold.clear(); // what was typed to find them
    m_of = hit;
    showLink();
    emit edited();
}

void RelatedName::unlink()
{
    m_other.reset();
    const QString name = m_of.id.isNull() ? m_nameAsTold : m_of.name;
    m_of = {};
    showLink();
    m_name->setText(name); // now as told, to be corrected
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
    emit edited();
}

// Of a link that the record had.
void RelatedName::lookUp()
{
    if (!m_other || !m_people)
        return;
    deliver(m_people->open(*m_other), this, [this, asked = *m_other](const Result<services::PersonView> &view) {
        if (!view || m_other != asked)
            return; // not on this desk: the link stays, and is shown without a name
        m_of = services::hitOf(view->person, 0, {});
        showLink();
    });
}

void RelatedName::showLink()
{
    m_unlink->setVisible(m_other.has_value());
    m_name->setReadOnly(m_other.has_value());
    if (m_other) {
        m_name->setText(!m_of.id.isNull()         ? m_of.name
                        : !m_nameAsTold.isEmpty() ? m_nameAsTold
                                                  : tr("(name not known here)"));
        m_name->setCursorPosition(0);
    }
    retranslate();
}

void RelatedName::retranslate()
{
    if (m_finder)
        m_finder->retranslate();
    m_field->setWords(m_other ? tr("Name (has a record of their own)") : tr("Name"));
    QStringList known{m_of.isDeceased ? tr("Has died") : QString(), hitWords(m_of)};
    known.removeAll(QString());
    m_field->setHint(known.join(u" · "_s));
    m_name->setPlaceholderText(tr("Type to find them on record"));
    m_unlink->setText(tr("Unlink"));
    m_unlink->setAccessibleName(tr("Unlink from the record of %1").arg(m_name->text()));
}

void RelatedName::focusFirst()
{
    m_name->setFocus();
}

} // namespace reeve::ui
