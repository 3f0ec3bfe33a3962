using Amazon.Runtime;
using Grpc.Core;
using Polly;
using Polly.Timeout;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Another service, a store or a broker did not answer.</summary>
internal sealed class DependencyErrors : IExceptionTranslation
{
    public Problem? Translate(Exception exception) => exception switch
    {
        HttpRequestException { StatusCode: null or >= System.Net.HttpStatusCode.InternalServerError or System.Net.HttpStatusCode.TooManyRequests } => Problem.Unavailable(),
        TimeoutRejectedException or TimeoutException => Problem.Unavailable(),
        ExecutionRejectedException => Problem.Unavailable(),
        RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted } => Problem.Unavailable(),
        AmazonServiceException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError or 0 } => Problem.Unavailable(),
        AmazonClientException => Problem.Unavailable(),
        _ => null,
    };
}
