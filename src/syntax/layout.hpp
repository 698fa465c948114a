// Breaks text into lines: a pretty printer for a stream of text, possible breaks, groups and alignments,
// in time linear in the stream (after D. C. Oppen, "Prettyprinting", TOPLAS 1980, but with the whole
// stream at hand).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace synod::syntax {

/// Takes a document piece by piece and then renders it. A group that fits on the rest of the line is
/// printed flat, without any of its breaks; otherwise its breaks become new lines, at the column of
/// the innermost alignment.
class Layout {
 public:
  /// A stretch without line ends.
  void text(std::string_view text);
  /// A space, or a new line if the group around it does not fit.
  void space() { add({Kind::space, {}, 1, 0}); }
  /// A space, or a new line if what follows up to the next break of the same group does not fit.
  void fill() { add({Kind::fill, {}, 1, 0}); }
  /// A new line always; the groups around it do not fit.
  void new_line() { add({Kind::new_line, {}, 0, 0}); }
  void open_group() { add({Kind::open_group, {}, 0, 0}); }
  void close_group() { add({Kind::close_group, {}, 0, 0}); }
  /// New lines until close_align() begin in the column reached now, plus `more`.
  void open_align(std::size_t more = 0) { add({Kind::open_align, {}, more, 0}); }
  void close_align() { add({Kind::close_align, {}, 0, 0}); }

  /// The text, for lines of `width` columns as far as possible.
  [[nodiscard]] std::string render(std::size_t width);

 private:
  enum class Kind { text, space, fill, new_line, open_group, close_group, open_align, close_align };
  struct Piece {
    Kind kind;
    std::string text;
    std::size_t columns;  ///< of a text or a space; the extra columns of an alignment
    std::size_t reach;    ///< flat columns from here to the end of the group, or of a fill to the next break
  };

  void add(Piece piece) { pieces_.push_back(std::move(piece)); }
  void measure();

  std::vector<Piece> pieces_;
};

}  // namespace synod::syntax
