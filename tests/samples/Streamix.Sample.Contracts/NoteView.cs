namespace Streamix.Sample.Contracts;

/// <summary>A note as its owner sees it.</summary>
/// <param name="Id">The note.</param>
/// <param name="Title">One line, at most 200 characters.</param>
/// <param name="Text">At most 20,000 characters.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UpdatedAt">UTC.</param>
public sealed record NoteView(Guid Id, string Title, string Text, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>How many notes an account has written.</summary>
public sealed record NoteCount(int Notes);
