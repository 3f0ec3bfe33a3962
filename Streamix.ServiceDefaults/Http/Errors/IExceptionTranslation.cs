namespace Streamix.ServiceDefaults.Http;

/// <summary>Knows what some exceptions mean to the caller. A service registers further ones as singletons.</summary>
public interface IExceptionTranslation
{
    /// <summary>The problem, or null when this exception is somebody else's (its cause is asked next).</summary>
    Problem? Translate(Exception exception);
}
