using Grpc.Core;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Tests.Grpc;

public sealed class EchoService(Caller caller) : Echo.EchoBase
{
    public override async Task<EchoReply> Say(EchoRequest request, ServerCallContext context) => request.Text switch
    {
        "who" => new EchoReply { Text = $"{caller.Service} for {caller.Name}" },
        "absent" => throw new ProblemException(404, "There is no such thing."),
        "down" => throw new DependencyUnavailableException("elsewhere"),
        "bug" => throw new InvalidOperationException("secret internals"),
        "slow" => await NeverAsync(context.CancellationToken),
        _ => new EchoReply { Text = request.Text },
    };

    public override async Task Count(EchoRequest request, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context)
    {
        for (var i = 1; i <= int.Parse(request.Text); i++)
            await responseStream.WriteAsync(new EchoReply { Text = $"{i}" });
    }

    private static async Task<EchoReply> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return new EchoReply();
    }
}
