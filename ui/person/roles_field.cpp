// SPDX-License-Identifier: MIT
#include "ui/person/roles_field.h"

#include "ui/parts/flow_layout.h"
#include "ui/person/person_words.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isAmong(const std::vector<domain::PersonRole> &roles, domain::PersonRole role)
{
    return std::find(roles.cbegin(), roles.cend(), role) != roles.cend();
}

} // namespace

RolesField::RolesField(QWidget *parent) : QWidget(parent), m_label(new QLabel(this))
{
    m_label->setProperty("role", u"secondary"_s);
    auto *boxes = new FlowLayout(12);
    for ([[maybe_unused]] const domain::PersonRole role : allPersonRoles()) {
        auto *box = new QCheckBox(this);
        connect(box, &QCheckBox::toggled, this, &RolesField::edited);
        boxes->addWidget(box);
        m_boxes.push_back(box);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_label);
    column->addLayout(boxes);
}

void RolesField::setRoles(const std::vector<domain::PersonRole> &roles)
{
    m_set = roles;
    const auto &all = allPersonRoles();
    for (std::size_t i = 0; i < all.size(); ++i)
        m_boxes[i]->setChecked(isAmong(roles, all[i]));
}

std::vector<domain::PersonRole> RolesField::roles() const
{
    std::vector<domain::PersonRole> roles = m_set; // so that nothing changed stays the same value
    const auto &all = allPersonRoles();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!m_boxes[i]->isChecked())
            std::erase(roles, all[i]);
        else if (!isAmong(roles, all[i]))
            roles.push_back(all[i]);
    }
    return roles;
}

void RolesField::retranslate()
{
    m_label->setText(tr("To the council they are"));
    setAccessibleName(m_label->text());
    const auto &all = allPersonRoles();
    for (std::size_t i = 0; i < all.size(); ++i) {
        m_boxes[i]->setText(personRoleWords(all[i]));
        m_boxes[i]->setAccessibleDescription(m_label->text());
    }
}

} // namespace reeve::ui
