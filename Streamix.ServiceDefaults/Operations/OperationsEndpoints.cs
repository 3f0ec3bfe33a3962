using Streamix.ServiceDefaults.Messaging.DeadLetters;

namespace Streamix.ServiceDefaults.Operations;

/// <summary>What operators may ask of every service that has messaging. The gateway routes there for them alone.</summary>
internal static class OperationsEndpoints
{
    internal const string Prefix = "/operations";

    public static void MapOperations(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IDeadLetters)))
            return;
        var operations = app.MapGroup(Prefix).WithTags("Operations");
        operations.MapDeadLetterOperations();
        operations.MapAuditOperations();
    }
}
