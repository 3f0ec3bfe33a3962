using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>Compresses texts that are worth it: not what is compressed already, not what fits a packet anyway.</summary>
internal sealed class TextCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    private const int Packet = 1200;

    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength is not < Packet && base.ShouldCompressResponse(context);
}
