// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTranslator>

namespace reeve::ui {

enum class Tongue { English, Welsh };

// The language of the window. English stands in the source; Welsh and the English plurals are compiled in. A change
// reaches every widget as QEvent::LanguageChange. One per application, made before the first window.
class Language final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Language)

public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    [[nodiscard]] Tongue tongue() const noexcept { return m_tongue; }
    void use(Tongue tongue);

    // What the system asks for.
    [[nodiscard]] static Tongue ofSystem();
    [[nodiscard]] static QString toCode(Tongue tongue); // "en", "cy"
    [[nodiscard]] static Tongue fromCode(const QString &code, Tongue otherwise);

    // A source text in Welsh, whatever the window speaks: the command palette finds by both names.
    [[nodiscard]] QString inWelsh(const char *context, const char *source) const;

signals:
    void changed();

private:
    QTranslator m_english;
    QTranslator m_welsh;
    Tongue m_tongue = Tongue::English;
};

} // namespace reeve::ui
