internal import Foundation

/// Limited-memory BFGS (Liu & Nocedal 1989) with backtracking, for a smooth convex function.
struct LBFGS {
  var memory = 8
  var iterations = 60
  /// Stops when an iteration improves the value by less than this share.
  var tolerance = 1e-5

  /// The point of the least value found. `function` returns the value and its gradient.
  func minimise(_ start: [Double], _ function: ([Double]) -> (Double, [Double])) -> [Double] {
    var point = start
    var (value, gradient) = function(point)
    var steps: [(s: [Double], y: [Double])] = []
    for _ in 0..<iterations {
      var direction = Self.direction(gradient, steps)
      var slope = Self.dot(direction, gradient)
      if slope >= 0 {
        direction = gradient.map { -$0 }
        slope = Self.dot(direction, gradient)
        steps = []
      }
      var length =
        steps.isEmpty ? min(1, 1 / max(1e-12, Self.dot(gradient, gradient).squareRoot())) : 1
      var improved = false
      for _ in 0..<25 {
        let next = zip(point, direction).map { $0 + length * $1 }
        let (nextValue, nextGradient) = function(next)
        if nextValue <= value + 1e-4 * length * slope {
          let s = zip(next, point).map { $0 - $1 }
          let y = zip(nextGradient, gradient).map { $0 - $1 }
          if Self.dot(s, y) > 1e-10 { steps = Array((steps + [(s, y)]).suffix(memory)) }
          improved = (value - nextValue) > tolerance * abs(value)
          (point, value, gradient) = (next, nextValue, nextGradient)
          break
        }
        length /= 2
      }
      if !improved { break }
    }
    return point
  }

  private static func direction(_ gradient: [Double], _ steps: [(s: [Double], y: [Double])])
    -> [Double]
  {
    var q = gradient
    var alphas: [Double] = []
    for (s, y) in steps.reversed() {
      let alpha = dot(s, q) / dot(s, y)
      alphas.append(alpha)
      for index in q.indices { q[index] -= alpha * y[index] }
    }
    if let (s, y) = steps.last {
      let scale = dot(s, y) / dot(y, y)
      for index in q.indices { q[index] *= scale }
    }
    for ((s, y), alpha) in zip(steps, alphas.reversed()) {
      let beta = dot(y, q) / dot(s, y)
      for index in q.indices { q[index] += (alpha - beta) * s[index] }
    }
    return q.map { -$0 }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }
}
