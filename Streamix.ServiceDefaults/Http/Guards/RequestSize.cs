namespace Streamix.ServiceDefaults.Http;

/// <summary>The limits of what comes before the body. They lie below the server's own, which can only refuse without a problem document.</summary>
internal static class RequestSize
{
    public static void Check(HttpRequest request, string target, HttpLimits limits)
    {
        if (target.Length > limits.RequestLineBytes)
            throw new ProblemException(StatusCodes.Status414UriTooLong, "The address is too long.");
        if (!Fits(request.Headers, limits))
            throw new ProblemException(StatusCodes.Status431RequestHeaderFieldsTooLarge, "The headers are too large.");
    }

    private static bool Fits(IHeaderDictionary headers, HttpLimits limits)
    {
        var (count, bytes) = (0, 0);
        foreach (var (name, values) in headers)
        {
            count += values.Count;
            bytes += name.Length * values.Count;
            for (var i = 0; i < values.Count; i++)
                bytes += values[i]?.Length ?? 0;
        }
        return count <= limits.HeaderCount && bytes <= limits.HeaderBytes;
    }
}
