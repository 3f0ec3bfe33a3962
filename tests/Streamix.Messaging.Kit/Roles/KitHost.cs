using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Faults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Messaging.Observing;

namespace Streamix.Messaging.Kit.Roles;

/// <summary>A service in miniature: the same registrations as a real one.</summary>
internal static class KitHost
{
    public static HostApplicationBuilder AddKit(this HostApplicationBuilder builder, Role role, HandlerBehaviour behaviour)
    {
        builder.Services.AddSingleton<IMessagingProbe>(CrashProbe.From(builder.Configuration["KIT_CRASH"]));
        builder.Services.AddSingleton(behaviour);
        builder.Services.TryAddScoped<StepPublisher>();
        builder.AddServiceDatabase<KitDb>(KitDatabase.Connection);
        builder.AddMessaging<KitDb>(m =>
        {
            if (role is Role.Consume)
                m.Handles<StepTaken, RecordStep>();
        });
        return builder;
    }
}
