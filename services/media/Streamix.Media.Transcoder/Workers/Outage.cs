using Amazon.Runtime;
using Grpc.Core;
using Polly;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Transcoder.Workers;

/// <summary>Tells a neighbour that is away, which is no fault of the job, from work that failed.</summary>
internal static class Outage
{
    /// <summary>Who is away, for operators; null when nobody is.</summary>
    public static string? Of(Exception? error) => error switch
    {
        null => null,
        DependencyUnavailableException away => away.Dependency,
        HttpRequestException { StatusCode: null or >= System.Net.HttpStatusCode.InternalServerError or System.Net.HttpStatusCode.TooManyRequests } => "a service",
        ExecutionRejectedException => "a service",
        RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted } => "media-drm",
        AmazonServiceException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError or 0 } => "the object store",
        AmazonClientException => "the object store",
        AggregateException many => many.InnerExceptions.Select(Of).FirstOrDefault(name => name is not null),
        _ when DatabaseFailure.IsUnavailable(error) => "the database",
        _ => Of(error.InnerException),
    };
}
