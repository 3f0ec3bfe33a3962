namespace Streamix.Messaging.Kit.Rounds;

/// <summary>How rough a round is.</summary>
/// <param name="Between">From one strike to the next, half to one and a half times.</param>
/// <param name="Strikes">At most so many.</param>
/// <param name="Limit">After this the round has failed.</param>
public sealed record RoundPlan(TimeSpan Between, int Strikes, TimeSpan Limit);
