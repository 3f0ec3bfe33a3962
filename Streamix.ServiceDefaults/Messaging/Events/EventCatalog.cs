using System.Collections.Concurrent;

namespace Streamix.ServiceDefaults.Messaging.Events;

/// <summary>What a service handles: finds the handlers of a received type and version, directly or through upgrades.</summary>
internal sealed class EventCatalog(IReadOnlyList<HandlerRegistration> handlers, IReadOnlyList<EventUpgrade> upgrades)
{
    private readonly ConcurrentDictionary<EventContract, IReadOnlyList<EventRoute>> _routes = new();

    public IReadOnlyCollection<string> Types { get; } = [.. handlers.Select(h => h.Contract.Type).Distinct()];

    public bool Handles(string type) => Types.Contains(type);

    /// <summary>Empty when no handler understands this version.</summary>
    public IReadOnlyList<EventRoute> Find(string type, int version) =>
        _routes.Count > 1000 ? FindNow(new(type, version)) : _routes.GetOrAdd(new(type, version), FindNow);

    public EventRoute? Find(string type, int version, string handler) =>
        Find(type, version).FirstOrDefault(r => r.Handler.Name == handler);

    private IReadOnlyList<EventRoute> FindNow(EventContract contract) =>
        [.. handlers.Where(h => h.Contract.Type == contract.Type).Select(h => Route(h, contract)).OfType<EventRoute>()];

    private EventRoute? Route(HandlerRegistration handler, EventContract received)
    {
        var steps = new List<EventUpgrade>();
        var at = received;
        while (at != handler.Contract)
        {
            if (upgrades.FirstOrDefault(u => u.From == at) is not { } step || steps.Count > upgrades.Count)
                return null;
            steps.Add(step);
            at = step.To;
        }

        return new(handler, steps is [var first, ..] ? first.FromClass : handler.EventClass, steps);
    }
}
