#include "syntax/layout.hpp"

#include <algorithm>
#include <limits>
#include <ranges>

namespace synod::syntax {

namespace {

constexpr std::size_t endless =
    std::numeric_limits<std::size_t>::max() / 4;  ///< width of what holds a new line

std::size_t count_columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

void Layout::text(std::string_view text) {
  if (!text.empty()) add({Kind::text, std::string(text), count_columns(text), 0});
}

/// Fills in `reach`, from the end to the beginning. `tail` is what follows up to the next place where a line
/// may end; a group must fit together with its tail.
void Layout::measure() {
  struct Open {
    std::size_t columns = 0;   ///< flat columns from here to the group's end, its tail included
    std::size_t to_break = 0;  ///< flat columns from here to the group's next break, or its end
  };
  std::vector<Open> groups(1);
  std::size_t tail = 0;
  const auto pass = [&groups](std::size_t columns) {
    groups.back().columns = std::min(groups.back().columns + columns, endless);
    groups.back().to_break = std::min(groups.back().to_break + columns, endless);
  };
  for (Piece& piece : std::views::reverse(pieces_)) {
    switch (piece.kind) {
      case Kind::text:
        pass(piece.columns);
        tail += piece.columns;
        break;
      case Kind::space:
      case Kind::fill:
        piece.reach = groups.back().to_break + 1;
        pass(1);
        groups.back().to_break = 0;
        tail = 0;
        break;
      case Kind::new_line:
        pass(endless);
        groups.back().to_break = 0;
        tail = 0;
        break;
      case Kind::close_group:
        groups.push_back({tail, tail});
        break;
      case Kind::open_group: {
        piece.reach = groups.back().columns;
        const std::size_t inside = piece.reach;
        groups.pop_back();
        pass(inside);
        break;
      }
      default:
        break;
    }
  }
}

std::string Layout::render(std::size_t width) {
  measure();
  std::string out;
  std::size_t column = 0;
  std::vector<std::size_t> margins{0};
  std::vector<bool> broken{true};
  const auto break_line = [&] {
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += '\n';
    out.append(margins.back(), ' ');
    column = margins.back();
  };
  for (const Piece& piece : pieces_) {
    switch (piece.kind) {
      case Kind::text:
        out += piece.text;
        column += piece.columns;
        break;
      case Kind::space:
      case Kind::fill: {
        const bool fits = piece.kind == Kind::fill && column + piece.reach <= width;
        if (broken.back() && !fits) {
          break_line();
        } else {
          out += ' ';
          ++column;
        }
        break;
      }
      case Kind::new_line:
        break_line();
        break;
      case Kind::open_group:
        broken.push_back(broken.back() && column + piece.reach > width);
        break;
      case Kind::close_group:
        broken.pop_back();
        break;
      case Kind::open_align:
        margins.push_back(column + piece.columns);
        break;
      case Kind::close_align:
        margins.pop_back();
        break;
    }
  }
  return out;
}

}  // namespace synod::syntax
