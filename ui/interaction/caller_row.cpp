// SPDX-License-Identifier: MIT
#include "ui/interaction/caller_row.h"

#include "ui/parts/bold_room.h"
#include "ui/parts/button_words.h"
#include "ui/parts/caption.h"
#include "ui/parts/flow_layout.h"
#include "ui/shell/commands.h"
#include "ui/words/error_words.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr domain::PartyRole roles[] = {domain::PartyRole::Family, domain::PartyRole::Advocate,
                                       domain::PartyRole::Informant};

QPushButton *segment(QWidget *parent, QButtonGroup *group, DraftViewModel::Caller caller)
{
    auto *button = new QPushButton(parent);
    button->setProperty("role", u"segment"_s);
    button->setCheckable(true);
    group->addButton(button, static_cast<int>(caller));
    return button;
}

} // namespace

CallerRow::CallerRow(QWidget *parent)
    : QWidget(parent),
      m_who(new QButtonGroup(this)),
      m_person(segment(this, m_who, DraftViewModel::Caller::Person)),
      m_somebody(segment(this, m_who, DraftViewModel::Caller::SomebodyElse)),
      m_anonymous(segment(this, m_who, DraftViewModel::Caller::Anonymous)),
      m_caption(new Caption(m_person, this)),
      m_role(new QComboBox(this)),
      m_name(new QLineEdit(this))
{
    m_role->setMinimumHeight(32);
    m_role->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_name->setMinimumWidth(200);
    m_anonymous->setObjectName(u"anonymousCaller"_s);
    for (const domain::PartyRole role : roles)
        m_role->addItem({}, static_cast<int>(role));

    auto *flow = new FlowLayout(8);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_person), static_cast<QWidget *>(m_somebody), static_cast<QWidget *>(m_anonymous),
          static_cast<QWidget *>(m_role), static_cast<QWidget *>(m_name)})
        flow->addWidget(widget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_caption);
    column->addLayout(flow);

    // Not idClicked: a screen reader toggles a button.
    connect(m_who, &QButtonGroup::idToggled, this, [this](int, bool isChecked) {
        if (!isChecked || m_isShowing)
            return;
        showFields();
        report();
        if (caller() == DraftViewModel::Caller::SomebodyElse) // once the arrow key that chose it has moved the focus
            QTimer::singleShot(0, m_name, [this] { m_name->setFocus(); });
    });
    connect(m_role, &QComboBox::currentIndexChanged, this, &CallerRow::report);
    connect(m_name, &QLineEdit::textChanged, this, &CallerRow::report);
    retranslate();
}

DraftViewModel::Caller CallerRow::caller() const
{
    return static_cast<DraftViewModel::Caller>(m_who->checkedId());
}

void CallerRow::focusChoices()
{
    QAbstractButton *chosen = m_who->checkedButton();
    (chosen ? chosen : m_person)->setFocus(Qt::ShortcutFocusReason);
}

void CallerRow::retranslate()
{
    m_caption->setWords(tr("Who is in touch?"), keyWords(Command::Caller));
    const QString person = m_personName.isEmpty() ? tr("The person on the left") : m_personName;
    if (m_hasPerson)
        m_person->setText(nameOnButton(*m_person, person));
    else
        m_person->setText(tr("Not known yet"));
    m_person->setAccessibleName(m_hasPerson ? tr("In touch: %1").arg(person) : tr("In touch: not known yet"));
    m_person->setToolTip(m_hasPerson ? QString() : tr("F2 finds the person, Ctrl+N takes down a new one."));
    m_somebody->setText(m_hasPerson ? tr("Somebody for them") : tr("Somebody for another person"));
    m_anonymous->setText(tr("Anonymous"));
    for (QPushButton *button : {m_person, m_somebody, m_anonymous})
        keepRoomForBold(*button);
    m_role->setAccessibleName(tr("In touch as"));
    m_name->setAccessibleName(tr("Name of the caller, as told"));
    m_name->setPlaceholderText(caller() == DraftViewModel::Caller::SomebodyElse ? tr("Their name, if told")
                                                                                : tr("Name, if told"));
    for (int row = 0; row < m_role->count(); ++row)
        m_role->setItemText(row, words(static_cast<domain::PartyRole>(m_role->itemData(row).toInt())));
}

void CallerRow::show(const DraftViewModel &draft)
{
    m_isShowing = true;
    m_hasPerson = draft.interaction().person.has_value();
    m_personName = draft.personName();
    const auto who = draft.caller();
    m_who->button(static_cast<int>(who))->setChecked(true);
    if (who == DraftViewModel::Caller::SomebodyElse)
        m_role->setCurrentIndex(m_role->findData(static_cast<int>(draft.callerRole())));
    setNameIfNew(draft.callerName());
    showFields();
    retranslate();
    m_isShowing = false;
}

void CallerRow::setNameIfNew(const QString &name)
{
    if (m_name->text() != name)
        m_name->setText(name);
}

void CallerRow::showFields()
{
    const auto who = caller();
    m_role->setVisible(who == DraftViewModel::Caller::SomebodyElse);
    m_name->setVisible(who == DraftViewModel::Caller::SomebodyElse ||
                       (who == DraftViewModel::Caller::Person && !m_hasPerson));
    updateGeometry();
}

void CallerRow::report()
{
    if (m_isShowing)
        return;
    const auto role = caller() == DraftViewModel::Caller::SomebodyElse
                          ? static_cast<domain::PartyRole>(m_role->currentData().toInt())
                          : domain::PartyRole::Caller;
    emit changed(caller(), role, m_name->text());
}

} // namespace reeve::ui
