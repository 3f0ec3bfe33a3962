using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.Consuming;
using Streamix.ServiceDefaults.Messaging.DeadLetters;
using Streamix.ServiceDefaults.Messaging.Inbox;
using Streamix.ServiceDefaults.Messaging.Observing;
using Streamix.ServiceDefaults.Messaging.Outbox;
using Streamix.ServiceDefaults.Operations;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.ServiceDefaults.Messaging;

/// <summary>Gives a service its events.</summary>
public static class MessagingExtensions
{
    /// <summary>
    /// Registers <see cref="IEventPublisher"/> on <typeparamref name="TDb"/>, the relay of its outbox and the handlers named by
    /// <paramref name="configure"/>. Broker and database are contacted after the host has started.
    /// </summary>
    public static IHostApplicationBuilder AddMessaging<TDb>(this IHostApplicationBuilder builder, Action<MessagingBuilder>? configure = null)
        where TDb : ServiceDb
    {
        var services = builder.Services;
        var messaging = new MessagingBuilder(services);
        configure?.Invoke(messaging);

        services.AddOptions<MessagingOptions>()
            .BindConfiguration(MessagingOptions.Section)
            .PostConfigure(o => o.Group = o.Group is { Length: > 0 } group ? group : GroupOf(builder));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<IMessagingProbe, NoProbe>();
        services.AddMetrics();
        services.AddSingleton<MessagingTelemetry>();
        builder.AddEventBus();
        AddOutbox<TDb>(services, builder.Configuration.GetSection(MessagingOptions.Section)[nameof(MessagingOptions.Relay)] is not ("false" or "False"));
        AddHandlers<TDb>(services, messaging);
        return builder;
    }

    private static string GroupOf(IHostApplicationBuilder builder) =>
        builder.Configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } resource ? resource : builder.Environment.ApplicationName;

    private static void AddOutbox<TDb>(IServiceCollection services, bool relay)
        where TDb : ServiceDb
    {
        services.AddSingleton<OutboxSignal>();
        services.AddScoped<IEventPublisher, OutboxPublisher<TDb>>();
        if (!relay)
        {
            services.AddHostedService<OutboxNotifier<TDb>>();
            return;
        }

        services.AddSingleton<OutboxSender>();
        services.AddHostedService<OutboxRelay<TDb>>();
        services.AddHostedService<OutboxListener<TDb>>();
        services.AddSingleton<BacklogWatch<TDb>>();
        services.AddHostedService(provider => provider.GetRequiredService<BacklogWatch<TDb>>());
    }

    private static void AddHandlers<TDb>(IServiceCollection services, MessagingBuilder messaging)
        where TDb : ServiceDb
    {
        services.AddSingleton(messaging.Catalog);
        services.AddSingleton<EventDispatcher<TDb>>();
        services.AddSingleton<DatabaseReach<TDb>>();
        services.AddSingleton<DeadLetterWriter<TDb>>();
        services.AddSingleton<EventProcessor<TDb>>();
        services.AddSingleton<IDeadLetters, DeadLetterStore<TDb>>();
        services.AddScoped<IAuditRecords, OutboxAudit<TDb>>();
        services.AddScoped<IPersonalDataStore, DeadLettersOfAccount<TDb>>();
        services.AddSingleton<MessagingCleaner<TDb>>();
        services.AddHostedService(provider => provider.GetRequiredService<MessagingCleaner<TDb>>());
        if (messaging.HasHandlers)
            services.AddHostedService<EventConsumer<TDb>>();
    }
}
