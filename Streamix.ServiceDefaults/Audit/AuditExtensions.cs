using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Streamix.ServiceDefaults.Audit;

/// <summary>Audit of endpoints.</summary>
public static class AuditExtensions
{
    /// <summary>Promises that every successful write here leaves a record; one that does not is a bug and answers 500.</summary>
    public static TBuilder RequireAudit<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AuditedEndpoint()).AddEndpointFilter<TBuilder, AuditGuard>();

    internal static void AddAudit(this IServiceCollection services)
    {
        // By factory: a host without messaging has nothing to audit and must still pass the check of its services.
        services.TryAddScoped(provider => ActivatorUtilities.CreateInstance<AuditTrail>(provider));
        services.TryAddScoped<IAudit>(provider => provider.GetRequiredService<AuditTrail>());
    }
}

/// <summary>Marks endpoints whose writes are audited.</summary>
public sealed record AuditedEndpoint;
