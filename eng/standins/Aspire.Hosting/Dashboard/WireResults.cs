using Aspire.Hosting.Dashboard.Wire;

namespace Aspire.Hosting.Dashboard;

internal static class WireResults
{
    private const int Succeeded = 1;
    private const int Failed = 2;
    private const int Canceled = 3;

    public static CommandResponse From(ExecuteCommandResult result)
    {
        var response = new CommandResponse { Kind = result.Canceled ? Canceled : result.Success ? Succeeded : Failed };
        if (result.Message is { } message)
            response.Message = message;
        return response;
    }
}
