namespace Streamix.Messaging.Kit.Rounds;

/// <summary>Something that goes wrong in a round.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Weight">How likely it is beside the others.</param>
/// <param name="StrikeAsync">Returns when what was struck can be struck again.</param>
public sealed record Calamity(string Name, int Weight, Func<Task> StrikeAsync);
