using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using Streamix.Streaming.Edge.Nginx;

namespace Streamix.Streaming.Edge.Origin;

/// <summary>Where nginx fetches what it does not have: a server on a socket that this user's processes and nginx's workers alone can open. nginx itself cannot sign requests to the store.</summary>
internal sealed class OriginServer(OriginApplication application, EdgeFolder folder, FolderHandle handle, IServiceProvider services, ILoggerFactory loggers) : IHostedService, IDisposable
{
    private KestrelServer? _server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        folder.Make();
        File.Delete(folder.OriginSocket);
        KestrelServerOptions options = new() { AddServerHeader = false, ApplicationServices = services };
        options.ListenUnixSocket(handle.PathOf(EdgeFolder.Origin));
        _server = new(Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers), loggers);
        return _server.StartAsync(application, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => _server?.Dispose();
}
