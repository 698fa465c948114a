// The core as text. Operators are written as in TLA+; operands that are not simple stand in parentheses.
#include <cctype>

#include "semantics/core.hpp"
#include "semantics/native.hpp"

namespace synod::semantics {

namespace {

/// Whether an operator is written before its arguments: Len, I!Next, Def!1, but not +, \in or I!+.
bool is_word(std::string_view name) {
  if (name.ends_with(')')) return true;  // Def!(x)
  if (const std::size_t mark = name.rfind('!'); mark != std::string_view::npos && mark + 1 < name.size()) {
    name.remove_prefix(mark + 1);
  }
  const unsigned char first = name.empty() ? 0 : static_cast<unsigned char>(name.front());
  return std::isalnum(first) != 0 || first == '_' || first >= 0x80;
}

class Printer {
 public:
  std::string print(const Expr& expr) {
    write(expr);
    return std::move(text_);
  }

 private:
  void put(std::string_view text) { text_ += text; }

  /// An operand of an infix, prefix or postfix operator.
  void operand(const Expr& expr) {
    if (simple(expr)) {
      write(expr);
      return;
    }
    put("(");
    write(expr);
    put(")");
  }

  static bool simple(const Expr& expr) {
    switch (expr.kind) {
      case Kind::integer:
        return expr.integer >= 0;
      case Kind::apply:
        return expr.operands.empty() || is_word(expr.op->name);
      case Kind::native:
        return expr.operands.empty();
      case Kind::lambda:
      case Kind::conjunction:
      case Kind::disjunction:
      case Kind::conditional:
      case Kind::case_of:
      case Kind::let:
      case Kind::forall:
      case Kind::exists:
      case Kind::choose:
      case Kind::unchanged:
      case Kind::enabled:
      case Kind::product:
      case Kind::temporal_forall:
      case Kind::temporal_exists:
        return false;
      default:
        return true;
    }
  }

  template <typename Items, typename Write>
  void list(const Items& items, std::string_view separator, const Write& write_item) {
    bool first = true;
    for (const auto& item : items) {
      if (!first) put(separator);
      first = false;
      write_item(item);
    }
  }

  void list(const std::vector<const Expr*>& items, std::string_view separator = ", ") {
    list(items, separator, [&](const Expr* item) { write(*item); });
  }

  void operands(const std::vector<const Expr*>& items, std::string_view separator) {
    list(items, separator, [&](const Expr* item) { operand(*item); });
  }

  void call(std::string_view name, const std::vector<const Expr*>& arguments) {
    put(name);
    if (arguments.empty()) return;
    put("(");
    list(arguments);
    put(")");
  }

  /// An operator by its symbol: a + b, -a, UNION S, or by its name: Len(s).
  void operation(std::string_view name, const std::vector<const Expr*>& arguments, bool language) {
    if (is_word(name) && !(language && arguments.size() == 1)) return call(name, arguments);
    if (arguments.size() == 2) {
      operand(*arguments[0]);
      put(" ");
      put(name);
      put(" ");
      operand(*arguments[1]);
    } else if (arguments.size() == 1) {
      const bool postfix = name.starts_with("^");
      if (postfix) operand(*arguments[0]);
      put(name == "-." ? "-" : name);
      if (is_word(name)) put(" ");
      if (!postfix) operand(*arguments[0]);
    } else {
      call(name, arguments);
    }
  }

  void bounds(const std::vector<Bound>& bounds) {
    list(bounds, ", ", [&](const Bound& bound) {
      if (bound.tuple) put("<<");
      list(bound.symbols, ", ", [&](const Symbol* symbol) { put(symbol->name); });
      if (bound.tuple) put(">>");
      if (bound.set == nullptr) return;
      put(" \\in ");
      write(*bound.set);
    });
  }

  void binder(std::string_view word, const Expr& expr) {
    put(word);
    put(" ");
    bounds(expr.bounds);
    put(" : ");
    write(*expr.operands[0]);
  }

  void fields(const Expr& expr, std::string_view between) {
    put("[");
    for (std::size_t i = 0; i < expr.fields.size(); ++i) {
      put(i == 0 ? "" : ", ");
      put(expr.fields[i]);
      put(between);
      write(*expr.operands[i]);
    }
    put("]");
  }

  void quoted(const std::string& text) {
    put("\"");
    for (const char c : text) {
      switch (c) {
        case '"':
          put("\\\"");
          break;
        case '\\':
          put("\\\\");
          break;
        case '\n':
          put("\\n");
          break;
        case '\t':
          put("\\t");
          break;
        case '\r':
          put("\\r");
          break;
        case '\f':
          put("\\f");
          break;
        default:
          text_ += c;
      }
    }
    put("\"");
  }

  void case_of(const Expr& expr) {
    put("CASE ");
    const std::size_t arms = expr.operands.size() / 2;
    for (std::size_t i = 0; i < arms; ++i) {
      put(i == 0 ? "" : " [] ");
      write(*expr.operands[2 * i]);
      put(" -> ");
      write(*expr.operands[2 * i + 1]);
    }
    if (!expr.has_other) return;
    put(" [] OTHER -> ");
    write(*expr.operands.back());
  }

  void let(const Expr& expr) {
    put("LET ");
    list(expr.definitions, " ", [&](const Operator* op) {
      put(op->name);
      if (!op->parameters.empty()) {
        put("(");
        list(op->parameters, ", ", [&](const Symbol* symbol) { parameter(*symbol); });
        put(")");
      }
      put(" == ");
      if (op->body != nullptr) write(*op->body);
    });
    put(" IN ");
    write(*expr.operands[0]);
  }

  void parameter(const Symbol& symbol) {
    put(symbol.name);
    if (symbol.arity == 0) return;
    put("(_");
    for (unsigned i = 1; i < symbol.arity; ++i) put(", _");
    put(")");
  }

  void except(const Expr& expr) {
    put("[");
    write(*expr.operands[0]);
    put(" EXCEPT ");
    list(expr.updates, ", ", [&](const Update& update) {
      put("!");
      for (const Expr* index : update.path) {
        put("[");
        write(*index);
        put("]");
      }
      put(" = ");
      write(*update.value);
    });
    put("]");
  }

  void function(const Expr& expr) {
    put("[");
    if (expr.self != nullptr) {
      put(expr.self->name);
      put(": ");
    }
    bounds(expr.bounds);
    put(" |-> ");
    write(*expr.operands[0]);
    put("]");
  }

  void action(std::string_view open, std::string_view close, const Expr& expr) {
    put(open);
    write(*expr.operands[0]);
    put(close);
    subscript(*expr.operands[1]);
  }

  void fairness(std::string_view word, const Expr& expr) {
    put(word);
    subscript(*expr.operands[0]);
    put("(");
    write(*expr.operands[1]);
    put(")");
  }

  /// A name or a tuple; what stands behind it would be read as part of anything else.
  void subscript(const Expr& expr) {
    const bool readable = expr.kind == Kind::tuple || (expr.kind != Kind::native && expr.operands.empty());
    if (readable) return operand(expr);
    put("(");
    write(expr);
    put(")");
  }

  void set_of(const Expr& expr, bool filter) {
    put("{");
    if (filter) {
      bounds(expr.bounds);
      put(" : ");
      write(*expr.operands[0]);
    } else {
      write(*expr.operands[0]);
      put(" : ");
      bounds(expr.bounds);
    }
    put("}");
  }

  void conditional(const Expr& expr) {
    put("IF ");
    write(*expr.operands[0]);
    put(" THEN ");
    write(*expr.operands[1]);
    put(" ELSE ");
    write(*expr.operands[2]);
  }

  void lambda(const Expr& expr) {
    put("LAMBDA ");
    list(expr.symbols, ", ", [&](const Symbol* symbol) { put(symbol->name); });
    put(" : ");
    write(*expr.operands[0]);
  }

  void enclosed(std::string_view open, std::string_view close, const Expr& expr) {
    put(open);
    list(expr.operands);
    put(close);
  }

  void write(const Expr& expr) {
    switch (expr.kind) {
      case Kind::integer:
        return put(std::to_string(expr.integer));
      case Kind::decimal:
      case Kind::model_value:
        return put(expr.text);
      case Kind::string:
        return quoted(expr.text);
      case Kind::boolean:
        return put(expr.integer != 0 ? "TRUE" : "FALSE");
      case Kind::variable:
        return put(expr.variable->name);
      case Kind::constant:
        return operation(expr.constant->name, expr.operands, false);
      case Kind::symbol:
        return operation(expr.symbol->name, expr.operands, false);
      case Kind::apply:
        return operation(expr.op->name, expr.operands, false);
      case Kind::native:
        return operation(symbol_of(expr.native), expr.operands, true);
      case Kind::lambda:
        return lambda(expr);
      case Kind::conjunction:
        return operands(expr.operands, " /\\ ");
      case Kind::disjunction:
        return operands(expr.operands, " \\/ ");
      case Kind::conditional:
        return conditional(expr);
      case Kind::case_of:
        return case_of(expr);
      case Kind::let:
        return let(expr);
      case Kind::forall:
        return binder("\\A", expr);
      case Kind::exists:
        return binder("\\E", expr);
      case Kind::choose:
        return binder("CHOOSE", expr);
      case Kind::temporal_forall:
        return binder("\\AA", expr);
      case Kind::temporal_exists:
        return binder("\\EE", expr);
      case Kind::filter:
        return set_of(expr, true);
      case Kind::map:
        return set_of(expr, false);
      case Kind::function:
        return function(expr);
      default:
        return write_structure(expr);
    }
  }

  void write_structure(const Expr& expr) {
    switch (expr.kind) {
      case Kind::application:
        operand(*expr.operands[0]);
        put("[");
        write(*expr.operands[1]);
        return put("]");
      case Kind::except:
        return except(expr);
      case Kind::tuple:
        return enclosed("<<", ">>", expr);
      case Kind::set:
        return enclosed("{", "}", expr);
      case Kind::product:
        return operands(expr.operands, " \\X ");
      case Kind::record:
        return fields(expr, " |-> ");
      case Kind::record_set:
        return fields(expr, " : ");
      case Kind::function_set:
        put("[");
        list(expr.operands, " -> ");
        return put("]");
      case Kind::prime:
        operand(*expr.operands[0]);
        return put("'");
      case Kind::unchanged:
        put("UNCHANGED ");
        return operand(*expr.operands[0]);
      case Kind::enabled:
        put("ENABLED ");
        return operand(*expr.operands[0]);
      case Kind::square_action:
        return action("[", "]_", expr);
      case Kind::angle_action:
        return action("<<", ">>_", expr);
      case Kind::weak_fairness:
        return fairness("WF_", expr);
      case Kind::strong_fairness:
        return fairness("SF_", expr);
      default:
        return put("?");
    }
  }

  std::string text_;
};

}  // namespace

std::string print(const Expr& expr) { return Printer().print(expr); }

}  // namespace synod::semantics
