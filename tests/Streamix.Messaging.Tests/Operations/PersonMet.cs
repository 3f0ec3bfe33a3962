using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Messaging.Tests.Operations;

/// <summary>An event that says something of a person.</summary>
[EventType(Name)]
public sealed record PersonMet(
    Guid AccountId, [property: Personal] string Nickname, string City, Home Home, IReadOnlyList<Home> Others, IReadOnlyDictionary<string, int> Counts, string? Token, int? Age) : IEvent
{
    public const string Name = "kit.person.met";
}

/// <summary>Where somebody lives.</summary>
public sealed record Home([Personal] string Street, string Country);

public sealed class GreetPerson : IEventHandler<PersonMet>
{
    public Task HandleAsync(PersonMet @event, EventContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}
