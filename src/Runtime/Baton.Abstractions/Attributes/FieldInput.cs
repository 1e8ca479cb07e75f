namespace Baton;

/// <summary>How the text of a setting comes about.</summary>
public enum FieldInput
{
    /// <summary>Somebody writes it. For a <c>byte[]</c>: somebody names or uploads a file.</summary>
    Text,

    /// <summary>The form makes a random value.</summary>
    Random,

    /// <summary>The form signs in with OAuth 2.</summary>
    OAuth2,
}
