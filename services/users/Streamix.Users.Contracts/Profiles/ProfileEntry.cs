using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Contracts.Profiles;

/// <summary>Asks whether an account may go on as one of its profiles.</summary>
/// <param name="AccountId">Whose profile it must be.</param>
/// <param name="Pin">The profile's PIN, when it has one.</param>
public sealed record ProfileEntry(
    [property: Example("019c1b7e-5f3a-7c2d-9e41-6a0b8d4f2c17")] Guid AccountId, [property: Example("\"2580\"")] string? Pin);

/// <summary>The answer.</summary>
/// <param name="Outcome"><c>entered</c>, <c>pin-required</c>, <c>pin-wrong</c>, <c>pin-locked</c> or <c>unknown</c>.</param>
/// <param name="Kids">A profile for children.</param>
/// <param name="Maturity">The highest age rating it may watch, in years.</param>
/// <param name="AttemptsLeft">For a wrong PIN.</param>
/// <param name="RetryAfterSeconds">For a locked one.</param>
public sealed record ProfileEntryAnswer(string Outcome, bool Kids, int Maturity, int? AttemptsLeft, int? RetryAfterSeconds);
