// SPDX-License-Identifier: MIT
#include "ui/shell/footer.h"

#include "ui/shell/commands.h"
#include "ui/shell/elided_label.h"
#include "ui/theme/icons.h"
#include "ui/words/announce.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

Footer::Footer(const QString &agent, const QString &desk, QWidget *parent)
    : QFrame(parent),
      m_desk(new ElidedLabel),
      m_demo(new ElidedLabel),
      m_icon(new QLabel),
      m_message(new ElidedLabel),
      m_undoButton(new QPushButton),
      m_keys(new ElidedLabel)
{
    setProperty("role", u"canvas"_s);
    m_desk->setProperty("role", u"secondary"_s);
    m_desk->setText(u"%1 · %2"_s.arg(agent, desk));
    m_demo->setProperty("role", u"watermark"_s);
    m_keys->setProperty("role", u"secondary"_s);
    m_undoButton->setProperty("role", u"link"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid(2), 0, grid(2), 0);
    layout->setSpacing(grid(1));
    layout->addWidget(m_desk);
    layout->addWidget(m_demo, 0, Qt::AlignVCenter);
    layout->addStretch(1);
    layout->addWidget(m_icon);
    layout->addWidget(m_message);
    layout->addWidget(m_undoButton);
    layout->addStretch(1);
    layout->addWidget(m_keys);
    setMinimumHeight(grid(4));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Footer::clear);
    connect(m_undoButton, &QPushButton::clicked, this, &Footer::undo);
    clear();
    retranslate();
}

void Footer::setDemo(bool isDemo)
{
    m_isDemo = isDemo;
    m_demo->setVisible(isDemo);
    fit();
}

void Footer::say(const QString &words)
{
    say(words, {});
}

void Footer::say(const QString &words, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_icon->setPixmap(iconPixmap(u"check-circle-fill", Role::Done, grid(2), devicePixelRatioF()));
    m_icon->show();
    announce(m_message, words);
    m_message->setText(words);
    m_undoButton->setVisible(m_undo != nullptr);
    fit();
    m_timer.start(m_undo ? 20000 : 6000); // what can be taken back stays longer; the command stays for good
}

bool Footer::undo()
{
    const auto undo = m_undo;
    if (!undo)
        return false;
    clear();
    undo();
    return true;
}

void Footer::clear()
{
    m_undo = nullptr;
    m_icon->hide();
    m_message->clear();
    if (!m_message->accessibleName().isEmpty())
        m_message->setAccessibleName({});
    m_undoButton->hide();
    fit();
}

void Footer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (!m_undo)
            clear(); // what was said was said in the other language
        retranslate();
    }
    QFrame::changeEvent(event);
}

void Footer::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

// Large text: the keys, which the menus tell as well, go before who is signed in is cut off.
void Footer::fit()
{
    int wanted = grid(8);
    for (const QLabel *part : {static_cast<const QLabel *>(m_desk), static_cast<const QLabel *>(m_demo),
                               static_cast<const QLabel *>(m_message), static_cast<const QLabel *>(m_keys)})
        wanted += part == m_demo && !m_isDemo ? 0 : part->sizeHint().width() + grid(1);
    m_keys->setVisible(wanted <= width());
}

void Footer::retranslate()
{
    m_demo->setVisible(m_isDemo);
    m_demo->setText(tr("Sample council – nobody here is real"));
    m_undoButton->setText(tr("Undo   %1").arg(keyWords(Command::TakeBack)));
    m_undoButton->setAccessibleName(tr("Undo"));
    m_keys->setText(tr("%1 Find   %2 Commands   %3 Keys")
                        .arg(keyWords(Command::Find), keyWords(Command::Palette), keyWords(Command::Keys)));
    fit();
}

} // namespace reeve::ui
