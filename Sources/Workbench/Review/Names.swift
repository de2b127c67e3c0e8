// What a screen names of the review: it imports this module and no stage.
public import Review

public typealias Key = Review.Key
public typealias KeyMap = Review.KeyMap
public typealias KeyCommand = Review.KeyCommand
public typealias Acceptance = Review.Acceptance
