#include "base/format_template.hpp"

#include <algorithm>
#include <charconv>

#include "base/evaluation_error.hpp"

namespace synod {

namespace {

class Filling {
 public:
  Filling(std::string_view text, const std::vector<std::string>& arguments)
      : text_(text), arguments_(arguments) {}

  std::string run() {
    while (at_ < text_.size()) {
      if (text_[at_] == '%') {
        begin_ = at_++;
        specifier();
      } else {
        out_ += text_[at_++];
      }
    }
    return std::move(out_);
  }

 private:
  static constexpr std::size_t widest = 10'000;

  [[noreturn]] void fail(const std::string& why) const {
    throw EvaluationError(EvaluationFault::argument,
                          "The template \"" + std::string(text_) + "\" " + why + ".");
  }

  /// Digits, or 0 where none stand.
  std::size_t number() {
    std::size_t n = 0;
    const char* const end = text_.data() + text_.size();
    const auto [last, error] = std::from_chars(text_.data() + at_, end, n);
    if (error == std::errc::result_out_of_range) fail("has a number that is too large");
    at_ = static_cast<std::size_t>(last - text_.data());
    return n;
  }

  bool accept(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  /// After the percent sign: [n$][-][width] and one of s, %, n.
  void specifier() {
    bool left = accept('-');
    std::size_t index = 0;
    std::size_t width = number();
    if (!left && width > 0 && accept('$')) {
      index = width;
      left = accept('-');
      width = number();
    }
    if (width > widest) fail("has a number that is too large");
    if (accept('s')) return pad(argument(index), left, width);
    if (accept('%')) return pad("%", left, width);
    if (width == 0 && index == 0 && !left && accept('n')) {
      out_ += '\n';
      return;
    }
    fail("has " + std::string(text_.substr(begin_, at_ - begin_ + 1)) +
         ", where only %s, %n and %% are known");
  }

  const std::string& argument(std::size_t index) {
    if (index == 0) index = ++ordinary_;
    if (index > arguments_.size())
      fail("has no value for " + std::string(text_.substr(begin_, at_ - begin_)));
    return arguments_[index - 1];
  }

  void pad(const std::string& value, bool left, std::size_t width) {
    const auto bytes_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; };
    const auto inside = static_cast<std::size_t>(std::ranges::count_if(value, bytes_inside));
    const std::size_t shown = value.size() - inside;
    const std::string blanks(width > shown ? width - shown : 0, ' ');
    out_ += left ? value + blanks : blanks + value;
  }

  std::string_view text_;
  const std::vector<std::string>& arguments_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;     ///< of the specifier at hand
  std::size_t ordinary_ = 0;  ///< arguments taken in their order
  std::string out_;
};

}  // namespace

std::string filled_template(std::string_view text, const std::vector<std::string>& arguments) {
  return Filling(text, arguments).run();
}

}  // namespace synod
