namespace DataHub.GraphQL.Types;

/// <summary>
/// Writes the whole JSON of a value, quotation marks included, into <paramref name="target"/>, which has <see cref="ScalarCodec.LongestFormat"/>
/// bytes or more; gives the number of bytes. It writes what the codec's <see cref="ScalarWriter{T}"/> writes.
/// </summary>
public delegate int ScalarFormat<in T>(T value, Span<byte> target);
