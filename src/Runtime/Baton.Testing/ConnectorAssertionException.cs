namespace Baton.Testing;

/// <summary>A connector did not do what a test expects of it. Fails the test under every framework.</summary>
/// <param name="message">What was expected and what was found.</param>
public sealed class ConnectorAssertionException(string message) : Exception(message);
