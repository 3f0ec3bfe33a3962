using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Streamix.ServiceDefaults.Messaging.Events;

namespace Streamix.ServiceDefaults.Messaging;

/// <summary>Says which events a service handles, and how old versions become new ones.</summary>
public sealed class MessagingBuilder
{
    private readonly IServiceCollection _services;
    private readonly List<HandlerRegistration> _handlers = [];
    private readonly List<EventUpgrade> _upgrades = [];

    internal MessagingBuilder(IServiceCollection services) => _services = services;

    internal EventCatalog Catalog => new(_handlers, _upgrades);

    internal bool HasHandlers => _handlers.Count > 0;

    /// <summary>Handles the version of <typeparamref name="TEvent"/> and every older one that upgrades reach.</summary>
    public MessagingBuilder Handles<TEvent, THandler>()
        where TEvent : IEvent
        where THandler : class, IEventHandler<TEvent>
    {
        var name = typeof(THandler).Name;
        var contract = EventContract.Of<TEvent>();
        if (_handlers.Any(h => h.Name == name && h.Contract == contract))
            throw new InvalidOperationException($"{name} handles {contract.Type} twice.");

        _services.TryAddScoped<THandler>();
        _handlers.Add(new(contract, typeof(TEvent), name, (services, @event, context, token) =>
            services.GetRequiredService<THandler>().HandleAsync((TEvent)@event, context, token)));
        return this;
    }

    /// <summary>Reads the old version and goes on as if the new one had come.</summary>
    public MessagingBuilder Upgrades<TOld, TNew>(Func<TOld, TNew> upgrade)
        where TOld : IEvent
        where TNew : IEvent
    {
        var (from, to) = (EventContract.Of<TOld>(), EventContract.Of<TNew>());
        if (from.Type != to.Type || from.Version >= to.Version)
            throw new InvalidOperationException($"An upgrade goes to a higher version of the same event: {from} -> {to}.");

        _upgrades.Add(new(from, typeof(TOld), to, old => upgrade((TOld)old)));
        return this;
    }
}
