using Microsoft.Extensions.DependencyInjection;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Messaging.Kit.Contract;

/// <summary>A business transaction that fails after its events were written.</summary>
internal static class Failing
{
    public static Task StepAsync(KitNode node, string subject) => node.InScopeAsync(services =>
    {
        var db = services.GetRequiredService<KitDb>();
        return db.InTransactionAsync(async token =>
        {
            await services.GetRequiredService<StepPublisher>().StepAsync(subject, 1, token);
            throw new InvalidOperationException("the business failed");
        });
    });
}
